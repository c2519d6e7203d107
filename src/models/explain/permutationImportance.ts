import { createRandom, deriveSeed, type Random } from '../../stats/random.js';
import type { ModelColumn, ModelTable } from '../modelTable.js';
import type { FittedRegressor } from '../regressor.js';

/** By how much the error grows when a column no longer goes with its rows. */
export interface Importance {
  readonly column: string;
  /** Growth of the mean squared error, as a share of the error with the column intact; one per repeat. */
  readonly growth: Float64Array;
}

/**
 * Permutation importance on rows that the model has not seen (Breiman 2001; Fisher, Rudin and Dominici 2019): each
 * column is shuffled on its own, and the rise of the error says what the model draws from it. Columns that tell the
 * same share the credit, so a low value does not mean that a column says nothing.
 *
 * @param table rows outside of training
 * @param repeats shuffles of each column
 */
export function permutationImportance(
  fitted: FittedRegressor,
  table: ModelTable,
  target: Float64Array,
  { seed, repeats }: { readonly seed: number; readonly repeats: number },
): readonly Importance[] {
  const base = meanSquaredError(fitted.predict(table), target);
  return table.columns.map((column, index) => {
    const random = createRandom(deriveSeed(seed, `importance.${column.id}`));
    const growth = Float64Array.from({ length: repeats }, () => {
      const columns = table.columns.with(index, shuffled(column, random));
      return meanSquaredError(fitted.predict({ ...table, columns }), target) / base - 1;
    });
    return { column: column.id, growth };
  });
}

function shuffled(column: ModelColumn, random: Random): ModelColumn {
  const values = column.values.slice();
  for (let i = values.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [values[i], values[j]] = [values[j], values[i]];
  }
  return { ...column, values };
}

function meanSquaredError(predicted: Float64Array, target: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < target.length; row += 1) sum += (target[row] - predicted[row]) ** 2;
  return sum / target.length;
}
