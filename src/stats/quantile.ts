import { present } from './present.js';
import { quantileSorted } from './quantileSorted.js';

/**
 * Quantile of the values that are not missing, by linear interpolation (type 7). NaN of no values.
 *
 * Checked against numpy `quantile` (method linear).
 *
 * @param p share of the values below, 0 to 1.
 * @example
 * quantile([1, 2, 3, 4], 0.5); // 2.5
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  return quantileSorted(present(values).sort(), p);
}
