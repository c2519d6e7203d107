import { deriveSeed } from '../../stats/random.js';
import type { Classifier, FittedClassifier } from '../classify/classifier.js';
import type { Fold } from '../evaluate/split.js';
import { takeRows, type ModelTable } from '../modelTable.js';
import type { GenreSongs } from './genreData.js';

/**
 * Learns the genres of some songs. A song of several genres stands once for each, with its part as weight, so that it is
 * neither dropped nor counted more than another.
 */
export function fitGenres(
  classifier: Classifier,
  songs: Pick<GenreSongs, 'parts' | 'genres'>,
  table: ModelTable,
  rows: Int32Array,
  seed: number,
): FittedClassifier {
  const listed = Array.from(rows).flatMap((row) =>
    songs.parts[row].map(({ genre, part }) => ({ row, genre, part })),
  );
  return classifier.fit(
    takeRows(
      table,
      listed.map(({ row }) => row),
    ),
    Int32Array.from(listed, ({ genre }) => genre),
    songs.genres,
    {
      seed: deriveSeed(seed, `genre.${classifier.id}`),
      weights: Float64Array.from(listed, ({ part }) => part),
    },
  );
}

/**
 * Probabilities of genres for songs that the model did not learn from, row by row.
 *
 * @param onFold is given each fold's model before the next is learned
 */
export function predictFolds(
  classifier: Classifier,
  songs: Pick<GenreSongs, 'parts' | 'genres'>,
  table: ModelTable,
  folds: readonly Fold[],
  seed: number,
  onFold?: (fitted: FittedClassifier, fold: Fold) => void,
): Float64Array {
  const count = songs.genres.length;
  const predicted = new Float64Array(table.size * count);
  for (const fold of folds) {
    const fitted = fitGenres(classifier, songs, table, fold.train, seed);
    const shares = fitted.predict(takeRows(table, fold.test));
    fold.test.forEach((row, index) => {
      predicted.set(shares.subarray(index * count, (index + 1) * count), row * count);
    });
    onFold?.(fitted, fold);
  }
  return predicted;
}
