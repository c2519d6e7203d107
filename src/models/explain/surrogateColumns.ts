import { quantileSorted } from '../../stats/quantileSorted.js';
import type { ModelColumn, ModelTable } from '../modelTable.js';
import type { SurrogateCondition } from './surrogate.js';

/** A number that the small tree may ask, and how its question reads. */
export interface SurrogateColumn {
  readonly cell: (row: number) => number;
  /** What holds where the number is below a value, or where it is not. */
  readonly condition: (value: number, isBelow: boolean) => SurrogateCondition;
}

/** Levels, and missing values, that are rarer than this share of the rows get no question of their own. */
const RAREST = 0.02;

/**
 * The columns of a table as numbers without gaps, for a tree that knows neither categories nor missing values: a
 * category as one yes-or-no per level, a missing number as the median, with a yes-or-no that says so.
 */
export function surrogateColumns(
  table: ModelTable,
  ids: readonly string[] = table.columns.map(({ id }) => id),
): readonly SurrogateColumn[] {
  return table.columns
    .filter(({ id }) => ids.includes(id))
    .flatMap((column) => (column.kind === 'number' ? numberColumns(column) : levelColumns(column)));
}

function numberColumns({ id, values }: ModelColumn): SurrogateColumn[] {
  const present = values.filter((value) => !Number.isNaN(value)).sort();
  if (present.length === 0) return [];
  const median = quantileSorted(present, 0.5);
  const number: SurrogateColumn = {
    cell: (row) => (Number.isNaN(values[row]) ? median : values[row]),
    condition: (value, isBelow) => ({
      column: id,
      relation: isBelow ? 'below' : 'at_least',
      value,
    }),
  };
  const missing: SurrogateColumn = {
    cell: (row) => (Number.isNaN(values[row]) ? 1 : 0),
    condition: (_, isBelow) => ({
      column: id,
      relation: isBelow ? 'present' : 'missing',
      value: null,
    }),
  };
  const isOften = values.length - present.length >= RAREST * values.length;
  return isOften && present.length < values.length ? [number, missing] : [number];
}

function levelColumns({ id, values, levels = [] }: ModelColumn): SurrogateColumn[] {
  const rows = new Int32Array(levels.length);
  for (const code of values) if (!Number.isNaN(code)) rows[code] += 1;
  return levels.flatMap((level, code): SurrogateColumn[] =>
    rows[code] < Math.max(1, RAREST * values.length)
      ? []
      : [
          {
            cell: (row) => (values[row] === code ? 1 : 0),
            condition: (_, isBelow) => ({
              column: id,
              relation: isBelow ? 'is_not' : 'is',
              value: level,
            }),
          },
        ],
  );
}
