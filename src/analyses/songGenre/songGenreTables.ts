import { tableColumn, type Cell, type DataTable, type TableColumn } from '../../domain/table.js';
import type { GenreCase, GenreDetails } from '../../models/genre/genreResult.js';
import { FEATURES } from '../../features/index.js';
import { songGenreWeights } from '../../store/queries/songGenreWeights.js';
import { SONG_QUERIES } from '../adjusted/levelTable.js';
import { cellsOf } from '../scoreParts.js';

const SPLITS = { rows: 'tracks', songs: 'songs', artists: 'artists' } as const;

/** What charts draw and the report prints of the study of genres. */
export function songGenreTables(
  main: GenreCase,
  details: GenreDetails,
  hard: GenreCase | null,
): readonly DataTable[] {
  const of = tableOf(main.source);
  return [
    modelsTable('models', 'How often each model tells a song’s main genre', main),
    of(
      'genres',
      'How well each genre is found',
      'One row per genre',
      [
        tableColumn('genre', 'Genre', 'text'),
        tableColumn('songs', 'Songs', 'songs'),
        tableColumn('precision', 'Right where named (precision)', 'percent'),
        tableColumn('recall', 'Found (recall)', 'percent'),
      ],
      details.perGenre.map((one) => [one.genre, one.songs, 100 * one.precision, 100 * one.recall]),
    ),
    of(
      'confusion',
      'What the songs of each genre are taken for',
      'One row per main genre; cells are shares of its songs',
      [
        tableColumn('genre', 'Main genre', 'text'),
        ...main.genres.map((genre) => tableColumn(`as_${genre}`, genre, 'percent')),
      ],
      details.confusion.map((row, code) => {
        const total = row.reduce((sum, songs) => sum + songs, 0);
        return [
          main.genres[code],
          ...row.map((songs) => (total > 0 ? (100 * songs) / total : null)),
        ];
      }),
    ),
    of(
      'importance',
      'How much each feature carries',
      'One row per feature',
      [
        tableColumn('feature', 'Feature', 'text'),
        tableColumn('drop', 'Fall in accuracy when shuffled', 'percentage-points'),
        tableColumn('low', 'From', 'percentage-points'),
        tableColumn('high', 'To', 'percentage-points'),
      ],
      details.importance.map(({ column, drop }) => [titleOf(column), ...cellsOf(drop, 100)]),
    ),
    of(
      'pairs',
      'Genres that are taken for each other most',
      'One row per genre and what it is taken for',
      [
        tableColumn('genre', 'Genre', 'text'),
        tableColumn('taken', 'Taken for', 'text'),
        tableColumn('songs', 'Songs', 'songs'),
        tableColumn('share', 'Share of the genre', 'percent'),
        tableColumn('examples', 'Where the model was surest', 'text'),
      ],
      details.confusedPairs.map(({ genre, taken, songs, share, examples }) => [
        genre,
        taken,
        songs,
        100 * share,
        examples.join(', '),
      ]),
    ),
    of(
      'calibration',
      'How often the model is right when it is so sure',
      'One row per tenth of the probability of its answer',
      [
        tableColumn('said', 'Mean probability of the answer', 'percent'),
        tableColumn('right', 'Right', 'percent'),
        tableColumn('songs', 'Songs', 'songs'),
      ],
      details.calibration.map(({ said, right, songs }) => [100 * said, 100 * right, songs]),
    ),
    ...(hard === null ? [] : [modelsTable('hard', 'The same where there are many genres', hard)]),
  ];
}

function tableOf(source: string) {
  return (
    id: string,
    title: string,
    grain: string,
    columns: readonly TableColumn[],
    rows: readonly (readonly Cell[])[],
  ): DataTable => ({
    id: `song_genre.${id}`,
    title,
    grain,
    queries: [...SONG_QUERIES, songGenreWeights.id],
    sources: [source],
    columns,
    rows,
  });
}

/** Of a few genres nearly every one is among the five likeliest: only the hard case shows how often. */
function modelsTable(
  id: 'models' | 'hard',
  title: string,
  { source, judged }: GenreCase,
): DataTable {
  const isHard = id === 'hard';
  const rows = judged.map((one): readonly Cell[] => [
    one.title,
    one.withYear ? 'sound and year' : 'sound',
    SPLITS[one.split],
    ...cellsOf(one.accuracy, 100),
    100 * one.anyMatch.value,
    100 * one.singleGenre.value,
    100 * one.balanced.value,
    ...cellsOf(one.macroF1, 100),
    ...(isHard ? [100 * one.topFive.value] : []),
  ]);
  const columns = [
    tableColumn('model', 'Model', 'text'),
    tableColumn('from', 'Told from', 'text'),
    tableColumn('split', 'Held out whole', 'text'),
    tableColumn('accuracy', 'Main genre right', 'percent'),
    tableColumn('low', 'From', 'percent'),
    tableColumn('high', 'To', 'percent'),
    tableColumn('any_match', 'Any of its genres right', 'percent'),
    tableColumn('single_genre', 'Right, songs of one genre', 'percent'),
    tableColumn('balanced', 'Balanced accuracy', 'percent'),
    tableColumn('macro_f1', 'Macro-F1', 'percent'),
    tableColumn('macro_f1_low', 'From', 'percent'),
    tableColumn('macro_f1_high', 'To', 'percent'),
    ...(isHard ? [tableColumn('top_five', 'Among the five likeliest', 'percent')] : []),
  ];
  const grain = 'One row per model, features and split';
  return tableOf(source)(id, title, grain, columns, rows);
}

function titleOf(column: string): string {
  return FEATURES.find(({ id }) => id === column)?.title ?? column;
}
