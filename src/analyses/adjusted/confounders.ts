import type { FeatureTable } from '../../features/featureTable.js';
import { artistSongCounts } from './artistSongCounts.js';
import { categoryOf } from './categoryOf.js';
import { valuesOf } from './valuesOf.js';

/** A confounder in the form in which it enters the model, one value per row of the feature table. */
export type Confounder =
  | {
      readonly id: string;
      readonly kind: 'category';
      readonly codes: Int32Array;
      readonly levels: readonly string[];
      /** What still varies inside pooled levels, as a further linear term. */
      readonly trend?: Float64Array;
    }
  | { readonly id: string; readonly kind: 'number'; readonly values: Float64Array };

/** Years with fewer songs are pooled into decades: a year with a handful of songs cannot be compared within. */
const SONGS_PER_YEAR = 30;
const POOLED = ' (pooled)';

/**
 * The confounder with the id, encoded as declared: genre and artist as categories, the release year as a category
 * (sparse years pooled by decade, with a linear trend inside the pooled decades), the artist's number of songs as log(1 + n), anything else as it is.
 *
 * @param rows rows in question: they decide which years are sparse
 * @returns null where the feature table has no such column
 */
export function confounder(
  table: FeatureTable,
  id: string,
  source: string,
  rows: Int32Array,
): Confounder | null {
  if (id === 'release_year') return table.has(id) ? pooledYears(table.number(id), rows) : null;
  if (id === 'artist_song_count') {
    const counts = artistSongCounts(table, source);
    return counts && { id, kind: 'number', values: counts.map((count) => Math.log1p(count)) };
  }
  const category = categoryOf(table, id, source);
  if (category) return { id, kind: 'category', codes: category.codes, levels: category.levels };
  const values = valuesOf(table, id, source);
  return values && { id, kind: 'number', values };
}

/** Whether the value of the confounder is known in the row. */
export function isKnown(item: Confounder, row: number): boolean {
  return item.kind === 'category'
    ? (item.codes[row] ?? -1) >= 0
    : Number.isFinite(item.values[row]);
}

function pooledYears(years: Float64Array, rows: Int32Array): Confounder {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const year = years[row] ?? Number.NaN;
    if (Number.isFinite(year)) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const levels: string[] = [];
  const codeOfYear = new Map<number, number>();
  const codes = new Int32Array(years.length).fill(-1);
  years.forEach((year, row) => {
    if (!Number.isFinite(year)) return;
    let code = codeOfYear.get(year);
    if (code === undefined) {
      const isFrequent = (counts.get(year) ?? 0) >= SONGS_PER_YEAR;
      const label = isFrequent ? String(year) : `${Math.floor(year / 10) * 10}s${POOLED}`;
      code = levels.includes(label) ? levels.indexOf(label) : levels.push(label) - 1;
      codeOfYear.set(year, code);
    }
    codes[row] = code;
  });
  const pooled = levels.some((label) => label.endsWith(POOLED));
  return {
    id: 'release_year',
    kind: 'category',
    codes,
    levels,
    ...(pooled ? { trend: years } : {}),
  };
}
