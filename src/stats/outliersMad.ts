import { describe } from './describe.js';
import { outside, type Outliers } from './outliersIqr.js';

/**
 * Values more than `k` median absolute deviations (scaled to a normal SD) from the median; 3.5 after Iglewicz and
 * Hoaglin (1993). Where more than half of the values are equal the deviation is 0 and nothing can be said: the limits
 * are NaN and there are no outliers.
 *
 * @example
 * outliersMad([1, 2, 3, 4, 100]).rows; // Int32Array [4]
 */
export function outliersMad(values: ArrayLike<number>, k = 3.5): Outliers {
  const { n, median, mad } = describe(values);
  const margin = mad > 0 ? k * mad : NaN;
  return outside(values, median - margin, median + margin, n);
}
