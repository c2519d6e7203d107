import type { FindingBook } from '../../domain/findingBook.js';
import { numberIn, textIn, tableRecords, type DataTable } from '../../domain/table.js';
import type { LineSeries } from '../marks/index.js';
import { tableIf } from './tableIf.js';

const YEARS_TABLE = 'genres.years';

export interface GenreLines {
  readonly table: DataTable;
  readonly series: readonly LineSeries[];
  /** Listings behind all points. */
  readonly listings: number;
}

/** Lines over years, one per genre, with some of them highlighted: columns `value`, `value_low` and `value_high` of the table of genres by year. */
export function genreLines(
  book: FindingBook,
  value: 'share' | 'popularity',
  highlighted: ReadonlySet<string> = new Set(),
): GenreLines | null {
  const table = tableIf(book, YEARS_TABLE);
  if (!table) return null;
  const rows = tableRecords(table);
  const genres = [...new Set(rows.map((row) => textIn(row, 'genre')))];
  const series = genres
    .map((genre) => ({
      label: genre,
      highlight: highlighted.has(genre),
      points: rows
        .filter((row) => textIn(row, 'genre') === genre && numberIn(row, value) !== null)
        .map((row) => ({
          x: numberIn(row, 'year') ?? 0,
          y: numberIn(row, value) ?? 0,
          low: numberIn(row, `${value}_low`),
          high: numberIn(row, `${value}_high`),
        })),
    }))
    .filter((line) => line.points.length > 1);
  const listings = rows.reduce(
    (sum, row) => sum + (numberIn(row, value) === null ? 0 : (numberIn(row, 'listings') ?? 0)),
    0,
  );
  return series.length === 0 ? null : { table, series, listings };
}
