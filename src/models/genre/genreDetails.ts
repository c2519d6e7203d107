import { createRandom, deriveSeed, shuffle } from '../../stats/random.js';
import { clusterBootstrap } from '../../stats/clusterBootstrap.js';
import type { FittedClassifier } from '../classify/classifier.js';
import type { Fold } from '../evaluate/split.js';
import { takeRows, type ModelTable } from '../modelTable.js';
import type { GenreSongs } from './genreData.js';
import type { GenreDetails } from './genreResult.js';
import { likeliest } from './scoreGenres.js';

const BINS = 10;
const SHOWN_PAIRS = 6;
const SHOWN_EXAMPLES = 2;

/** What a reader wants to know of one set of predictions: which genres are found, and what is taken for what. */
export function describePredictions(
  songs: GenreSongs,
  predicted: Float64Array,
): Omit<GenreDetails, 'model' | 'importance'> {
  const count = songs.genres.length;
  const said = likeliest(predicted, count);
  const confusion = songs.genres.map(() => new Array<number>(count).fill(0));
  songs.parts.forEach(([{ genre }], row) => (confusion[genre][said[row]] += 1));
  return {
    perGenre: songs.genres.map((genre, code) => {
      const own = confusion[code].reduce((sum, songsOf) => sum + songsOf, 0);
      const named = confusion.reduce((sum, row) => sum + row[code], 0);
      const right = confusion[code][code];
      return {
        genre,
        songs: own,
        precision: named > 0 ? right / named : 0,
        recall: own > 0 ? right / own : 0,
      };
    }),
    confusion,
    ...calibrate(songs, predicted, said),
    confusedPairs: confusedPairs(songs, predicted, said, confusion),
  };
}

/** Songs by the probability of the answer, in ten parts of equal width; the error is the mean distance (ECE). */
function calibrate(
  { parts, genres }: GenreSongs,
  predicted: Float64Array,
  said: Int32Array,
): Pick<GenreDetails, 'calibration' | 'calibrationError'> {
  const bins = Array.from({ length: BINS }, () => ({ songs: 0, said: 0, right: 0 }));
  said.forEach((code, row) => {
    const share = predicted[row * genres.length + code];
    const bin = bins[Math.min(BINS - 1, Math.floor(share * BINS))];
    bin.songs += 1;
    bin.said += share;
    bin.right += Number(parts[row][0].genre === code);
  });
  const filled = bins.filter((bin) => bin.songs > 0);
  const apart = filled.reduce((sum, bin) => sum + Math.abs(bin.said - bin.right), 0);
  return {
    calibration: filled.map(({ songs, said: sum, right }) => ({
      songs,
      said: sum / songs,
      right: right / songs,
    })),
    calibrationError: apart / said.length,
  };
}

/** The mistakes that take the largest shares of their genres, each with the songs where the model was surest. */
function confusedPairs(
  { genres, parts, titles, artistNames }: GenreSongs,
  predicted: Float64Array,
  said: Int32Array,
  confusion: readonly (readonly number[])[],
): GenreDetails['confusedPairs'] {
  const pairs = confusion.flatMap((row, genre) => {
    const total = row.reduce((sum, songs) => sum + songs, 0);
    return row.flatMap((songs, taken) =>
      genre === taken || songs === 0 ? [] : [{ genre, taken, songs, share: songs / total }],
    );
  });
  pairs.sort((a, b) => b.share - a.share || a.genre - b.genre || a.taken - b.taken);
  return pairs.slice(0, SHOWN_PAIRS).map(({ genre, taken, songs, share }) => {
    // Only songs of a single genre: of others one cannot say that the model is wrong.
    const wrong = [...said.keys()].filter(
      (row) => said[row] === taken && parts[row].length === 1 && parts[row][0].genre === genre,
    );
    const sure = (row: number): number => predicted[row * genres.length + taken];
    wrong.sort((a, b) => sure(b) - sure(a) || a - b);
    const names = wrong.map((row) => `${titles[row]} (${artistNames[row] || 'unknown artist'})`);
    return {
      genre: genres[genre],
      taken: genres[taken],
      songs,
      share,
      examples: [...new Set(names)].slice(0, SHOWN_EXAMPLES),
    };
  });
}

/**
 * Permutation importance on songs outside of training: by how much accuracy falls when one column is shuffled among the
 * songs of a fold (Breiman 2001). Columns that say the same share the credit.
 */
export class GenreImportance {
  readonly #falls: readonly Float64Array[];

  constructor(
    readonly songs: GenreSongs,
    readonly table: ModelTable,
    readonly seed: number,
  ) {
    this.#falls = table.columns.map(() => new Float64Array(table.size));
  }

  add(fitted: FittedClassifier, { test }: Fold): void {
    const part = takeRows(this.table, test);
    const count = this.songs.genres.length;
    const base = likeliest(fitted.predict(part), count);
    part.columns.forEach((column, index) => {
      const values = column.values.slice();
      shuffle(values, createRandom(deriveSeed(this.seed, `genre.importance.${column.id}`)));
      const columns = part.columns.with(index, { ...column, values });
      const said = likeliest(fitted.predict({ ...part, columns }), count);
      test.forEach((row, at) => {
        const main = this.songs.parts[row][0].genre;
        this.#falls[index][row] = Number(base[at] === main) - Number(said[at] === main);
      });
    });
  }

  result(units: Int32Array, replicates: number): GenreDetails['importance'] {
    const found = this.table.columns.map(({ id }, index) => {
      const falls = this.#falls[index];
      const { estimate, ci } = clusterBootstrap({
        clusters: units,
        random: createRandom(deriveSeed(this.seed, `genre.importance.interval.${id}`)),
        replicates,
        interval: 'percentile',
        statistic: (rows) => rows.reduce((sum, row) => sum + falls[row], 0) / rows.length,
      });
      return {
        column: id,
        drop: { value: estimate, low: ci?.low ?? null, high: ci?.high ?? null },
      };
    });
    return found.sort((a, b) => b.drop.value - a.drop.value || (a.column < b.column ? -1 : 1));
  }
}
