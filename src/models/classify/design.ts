import { z } from 'zod';
import type { ColumnSchema } from '../columnSchema.js';
import type { ModelTable } from '../modelTable.js';

const termJson = z.object({
  column: z.int().min(0),
  kind: z.enum(['number', 'missing', 'level']),
  level: z.int(),
  centre: z.number(),
  scale: z.number().positive(),
});

export const designJson = z.array(termJson);

/** One standardised number of the design: a column, whether it is missing, or one level of a category. */
export type DesignTerm = Readonly<z.infer<typeof termJson>>;

/** Numbers of the design, row by row. */
export interface Design {
  readonly width: number;
  readonly cells: Float64Array;
}

/**
 * Learns how columns become numbers of mean 0 and standard deviation 1: numbers as they are, a category as one number
 * per level, and, where wanted, whether a number is missing. What does not vary in training is left out.
 */
export function learnDesign(
  table: ModelTable,
  columns: readonly ColumnSchema[],
  { marksMissing }: { readonly marksMissing: boolean },
): DesignTerm[] {
  const candidates = columns.flatMap(({ kind, levels }, column): Source[] => {
    if (kind === 'category') return levels.map((_, level) => ({ column, kind: 'level', level }));
    const number: Source = { column, kind: 'number', level: -1 };
    return marksMissing ? [number, { ...number, kind: 'missing' }] : [number];
  });
  return candidates.flatMap((source) => {
    const { centre, scale } = spread(table.columns[source.column].values, source);
    return scale > 0 ? [{ ...source, centre, scale }] : [];
  });
}

/** The rows of a table in terms of a design; a missing number stands at the mean of training. */
export function applyDesign(table: ModelTable, terms: readonly DesignTerm[]): Design {
  const width = terms.length;
  const cells = new Float64Array(table.size * width);
  terms.forEach((term, index) => {
    const { values } = table.columns[term.column];
    for (let row = 0; row < table.size; row += 1) {
      const cell = rawCell(values[row], term);
      if (!Number.isNaN(cell)) cells[row * width + index] = (cell - term.centre) / term.scale;
    }
  });
  return { width, cells };
}

/** @throws RangeError where a term asks a column that there is not */
export function requireColumns(terms: readonly DesignTerm[], columns: number): void {
  const bad = terms.find(({ column }) => column >= columns);
  if (bad) throw new RangeError(`a term asks column ${bad.column} of ${columns}`);
}

type Source = Pick<DesignTerm, 'column' | 'kind' | 'level'>;

function spread(values: Float64Array, source: Source): { centre: number; scale: number } {
  let [mean, squares, count] = [0, 0, 0];
  for (const value of values) {
    const cell = rawCell(value, source);
    if (Number.isNaN(cell)) continue;
    count += 1;
    const step = cell - mean;
    mean += step / count;
    squares += step * (cell - mean);
  }
  return { centre: mean, scale: count > 0 ? Math.sqrt(squares / count) : 0 };
}

function rawCell(value: number, { kind, level }: Source): number {
  if (kind === 'number') return value;
  return (kind === 'missing' ? Number.isNaN(value) : value === level) ? 1 : 0;
}
