import type { FindingBook } from '../domain/findingBook.js';
import { name, prose } from '../domain/prose.js';
import { numberIn, tableRecords, textIn } from '../domain/table.js';
import type { Chart, Drawing } from './chart.js';
import { barWithInterval } from './marks/index.js';
import { datedSourceLine } from './parts/datedSourceLine.js';
import { tableIf } from './parts/tableIf.js';

/** By how much accuracy falls when a feature is shuffled. */
export const songGenreImportance: Chart = {
  id: 'song-genre-importance',
  section: 'song_genre',
  build,
};

function build(book: FindingBook): Drawing | null {
  const table = tableIf(book, 'song_genre.importance');
  if (!table || table.rows.length === 0) return null;
  const rows = tableRecords(table).map((row) => ({
    label: textIn(row, 'feature'),
    value: numberIn(row, 'drop') ?? 0,
    low: numberIn(row, 'low'),
    high: numberIn(row, 'high'),
  }));
  const [first, second] = rows.map(({ label }) => label);
  return {
    ...barWithInterval({
      rows,
      x: { title: 'Fall in accuracy when the feature is shuffled (percentage points)' },
      decimals: 1,
      subtitle: 'Boosting, songs that the model has not seen, with 95% interval over artists',
      source: datedSourceLine(book, table),
    }),
    title: prose`${name(first)} and ${name(second.toLowerCase())} are what the model would miss most`,
    alt: prose`Bars of the fall in accuracy when a feature is shuffled, with intervals, the largest on top: ${name(first)}.`,
  };
}
