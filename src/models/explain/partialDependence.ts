import { quantileSorted } from '../../stats/quantileSorted.js';
import type { ModelTable } from '../modelTable.js';
import type { FittedRegressor } from '../regressor.js';

/** What a model predicts along one column, everything else as it is. */
export interface PartialDependence {
  readonly column: string;
  /** Values of the column: quantiles of those in the table, each once. */
  readonly grid: Float64Array;
  /** Mean prediction over all rows at each value (Friedman 2001). */
  readonly mean: Float64Array;
  /** One curve per row: individual conditional expectations (Goldstein and others 2015). */
  readonly curves: readonly Float64Array[];
}

/**
 * Partial dependence and ICE curves of a numeric column. The rows are often a sample: every value of the grid costs one
 * prediction per row.
 *
 * @throws RangeError where the column is missing or no number
 */
export function partialDependence(
  fitted: FittedRegressor,
  table: ModelTable,
  id: string,
  points = 20,
): PartialDependence {
  const index = table.columns.findIndex((column) => column.id === id);
  if (index < 0 || table.columns[index].kind !== 'number') {
    throw new RangeError(`partial dependence needs a numeric column "${id}"`);
  }
  const grid = gridOf(table.columns[index].values, points);
  const curves = Array.from({ length: table.size }, () => new Float64Array(grid.length));
  const mean = grid.map((value, point) => {
    const values = new Float64Array(table.size).fill(value);
    const columns = table.columns.with(index, { ...table.columns[index], values });
    const predicted = fitted.predict({ ...table, columns });
    predicted.forEach((one, row) => (curves[row][point] = one));
    return predicted.reduce((sum, one) => sum + one, 0) / table.size;
  });
  return { column: id, grid, mean, curves };
}

/** Evenly spaced quantiles from the 1st to the 99th percentile, without repeats. */
function gridOf(values: Float64Array, points: number): Float64Array {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) return sorted;
  const quantiles = Array.from({ length: points }, (_, point) =>
    quantileSorted(sorted, 0.01 + (0.98 * point) / Math.max(1, points - 1)),
  );
  return Float64Array.from(new Set(quantiles));
}
