import { numberIn, textIn, type TableRecord } from '../../domain/table.js';
import type { BarRow } from '../marks/index.js';

/** A bar from a row of a table whose intervals stand in its columns `low` and `high`. */
export function barRowOf(
  row: TableRecord,
  columns: { readonly label: string; readonly n: string; readonly value: string },
): BarRow {
  return {
    label: textIn(row, columns.label),
    n: numberIn(row, columns.n),
    value: numberIn(row, columns.value) ?? 0,
    low: numberIn(row, 'low'),
    high: numberIn(row, 'high'),
  };
}
