import { ColumnarFeatureTable, MISSING_FLAG } from '../../src/features/columnarFeatureTable.js';
import type { CategoryColumn, FeatureTable } from '../../src/features/featureTable.js';
import { NumberColumn } from '../../src/features/numberColumn.js';

/** The columns of a feature table, each as long as `ids`. */
export interface FeatureColumns {
  readonly ids: readonly string[];
  /** Missing numbers are NaN. */
  readonly numbers?: Readonly<Record<string, Float64Array | readonly number[]>>;
  readonly booleans?: Readonly<Record<string, readonly (boolean | null)[]>>;
  /** Coded columns, or plain lists of texts with null for missing. */
  readonly categories?: Readonly<Record<string, CategoryColumn | readonly (string | null)[]>>;
  /** By metric, then by source. */
  readonly observations?: Readonly<
    Record<string, Readonly<Record<string, Float64Array | readonly number[]>>>
  >;
}

/**
 * Makes a feature table of columns.
 *
 * @throws Error where a column is not as long as the ids.
 * @example
 * const table = makeFeatureTable({
 *   ids: ['a', 'b'],
 *   numbers: { release_year: [1999, NaN] },
 *   categories: { genre: ['pop', null] },
 *   observations: { popularity: { sample: [40, 60] } },
 * });
 */
export function makeFeatureTable(columns: FeatureColumns): FeatureTable {
  const size = columns.ids.length;
  const numbers = new Map(
    Object.entries(columns.numbers ?? {}).map(([id, values]) => [id, numbersOf(values)]),
  );
  const flags = new Map(
    Object.entries(columns.booleans ?? {}).map(([id, values]) => [
      id,
      Uint8Array.from(values, (value) => (value === null ? MISSING_FLAG : Number(value))),
    ]),
  );
  const categories = new Map(
    Object.entries(columns.categories ?? {}).map(([id, values]) => [id, coded(values)]),
  );
  const observations = new Map(
    Object.entries(columns.observations ?? {}).map(([metric, sources]) => [
      metric,
      new Map(Object.entries(sources).map(([source, values]) => [source, numbersOf(values)])),
    ]),
  );
  for (const [id, column] of numbers) requireLength(id, column.size, size);
  for (const [id, column] of flags) requireLength(id, column.length, size);
  for (const [id, column] of categories) requireLength(id, column.codes.length, size);
  for (const [metric, sources] of observations) {
    for (const [source, column] of sources)
      requireLength(`${metric} of ${source}`, column.size, size);
  }
  const built = new Map([...categories].map(([id, column]) => [id, { build: () => column }]));
  const ids = { build: () => coded(columns.ids) };
  return new ColumnarFeatureTable(size, ids, numbers, flags, built, observations);
}

function numbersOf(values: Float64Array | readonly number[]): NumberColumn {
  const column = new NumberColumn(values.length);
  values.forEach((value, row) => column.set(row, value));
  return column;
}

/** Codes a list of texts; levels stand in the order of their first appearance. */
function coded(values: CategoryColumn | readonly (string | null)[]): CategoryColumn {
  if ('codes' in values) return values;
  const places = new Map<string, number>();
  const codes = Int32Array.from(values, (value) => {
    if (value === null) return -1;
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    return place;
  });
  return { codes, levels: [...places.keys()] };
}

function requireLength(id: string, length: number, size: number): void {
  if (length !== size) throw new Error(`column "${id}" must have ${size} values, got ${length}`);
}
