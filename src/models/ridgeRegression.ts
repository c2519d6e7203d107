import { z } from 'zod';
import { AppError } from '../errors.js';
import { alignTable, columnSchemaJson, schemaOf, type ColumnSchema } from './columnSchema.js';
import { modelKind } from './modelKind.js';
import type { ModelTable } from './modelTable.js';
import { requireTrainable, type FittedRegressor, type Regressor } from './regressor.js';
import { solveSymmetric } from './solveSymmetric.js';

const ridgeSettings = z.strictObject({
  /** L2 penalty on the coefficients of standardised columns, as scikit-learn's `alpha`. */
  lambda: z.number().positive().default(1),
});

export type RidgeSettings = Readonly<z.infer<typeof ridgeSettings>>;

const savedSchema = z.object({
  model: z.literal('ridge'),
  columns: z.array(columnSchemaJson),
  intercept: z.number(),
  terms: z.array(
    z.object({
      column: z.int(),
      kind: z.string(),
      level: z.int(),
      centre: z.number(),
      scale: z.number(),
      coefficient: z.number(),
    }),
  ),
});

type Saved = z.infer<typeof savedSchema>;

/** One column of the design: a number, whether it is missing, or one level of a category. */
interface Term {
  readonly column: number;
  readonly kind: 'number' | 'missing' | 'level';
  readonly level: number;
  readonly centre: number;
  readonly scale: number;
}

/**
 * Ridge regression (Hoerl and Kennard 1970): least squares with an L2 penalty on everything but the intercept. Numbers
 * are standardised; a missing number counts as the mean, and a further column says that it was missing; categories
 * become one standardised column per level.
 */
export function ridgeRegression({ lambda }: RidgeSettings = { lambda: 1 }): Regressor {
  return {
    id: 'ridge',
    title: 'Ridge regression',
    fit(table, target) {
      requireTrainable(table, target);
      const columns = schemaOf(table);
      const aligned = alignTable(table, columns);
      const terms = termsOf(aligned, columns);
      const mean = target.reduce((sum, value) => sum + value, 0) / target.length;
      const coefficients = solve(aligned, terms, target, mean, lambda);
      return fitted({
        model: 'ridge',
        columns: [...columns],
        intercept: mean,
        terms: terms.map((term, index) => ({ ...term, coefficient: coefficients[index] })),
      });
    },
    load(json) {
      const saved = savedSchema.safeParse(json);
      if (saved.success) return fitted(saved.data);
      throw new AppError('input', 'this is not a saved model of the kind "ridge"');
    },
  };
}

export const ridgeKind = modelKind(ridgeSettings, ridgeRegression);

function termsOf(table: ModelTable, columns: readonly ColumnSchema[]): Term[] {
  const candidates = columns.flatMap(
    ({ kind, levels }, column): Omit<Term, 'centre' | 'scale'>[] =>
      kind === 'number'
        ? [
            { column, kind: 'number', level: -1 },
            { column, kind: 'missing', level: -1 },
          ]
        : levels.map((_, level) => ({ column, kind: 'level', level })),
  );
  return candidates
    .map((term) => ({ ...term, ...spread(table.columns[term.column].values, term) }))
    .filter(({ scale }) => scale > 0);
}

function spread(
  values: Float64Array,
  term: Omit<Term, 'centre' | 'scale'>,
): { centre: number; scale: number } {
  let [sum, squares, count] = [0, 0, 0];
  for (const value of values) {
    const cell = rawCell(value, term);
    if (Number.isNaN(cell)) continue;
    count += 1;
    const step = cell - sum;
    sum += step / count;
    squares += step * (cell - sum);
  }
  return { centre: sum, scale: count > 0 ? Math.sqrt(squares / count) : 0 };
}

function rawCell(value: number, { kind, level }: Pick<Term, 'kind' | 'level'>): number {
  if (kind === 'number') return value;
  return (kind === 'missing' ? Number.isNaN(value) : value === level) ? 1 : 0;
}

/** A cell of the standardised design; a missing number stands at the mean. */
function cellOf(value: number, term: Term): number {
  const cell = rawCell(value, term);
  return Number.isNaN(cell) ? 0 : (cell - term.centre) / term.scale;
}

function solve(
  table: ModelTable,
  terms: readonly Term[],
  target: Float64Array,
  mean: number,
  lambda: number,
): Float64Array {
  const size = terms.length;
  const gram = new Float64Array(size * size);
  const moments = new Float64Array(size);
  const cells = new Float64Array(size);
  for (let row = 0; row < table.size; row += 1) {
    terms.forEach((term, i) => (cells[i] = cellOf(table.columns[term.column].values[row], term)));
    for (let i = 0; i < size; i += 1) {
      moments[i] += cells[i] * (target[row] - mean);
      for (let j = 0; j <= i; j += 1) gram[i * size + j] += cells[i] * cells[j];
    }
  }
  for (let i = 0; i < size; i += 1) {
    gram[i * size + i] += lambda;
    for (let j = 0; j < i; j += 1) gram[j * size + i] = gram[i * size + j];
  }
  return solveSymmetric(gram, moments);
}

function fitted(saved: Saved): FittedRegressor {
  const terms = saved.terms as readonly (Term & { coefficient: number })[];
  return {
    model: saved.model,
    predict(table) {
      const { columns } = alignTable(table, saved.columns);
      const totals = new Float64Array(table.size).fill(saved.intercept);
      for (const term of terms) {
        const { values } = columns[term.column];
        for (let row = 0; row < totals.length; row += 1) {
          totals[row] += term.coefficient * cellOf(values[row], term);
        }
      }
      return totals;
    },
    toJSON: () => saved,
  };
}
