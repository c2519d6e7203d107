import { present } from './present.js';
import { quantileSorted } from './quantileSorted.js';

/** Values outside limits that the data themselves set. */
export interface Outliers {
  readonly low: number;
  readonly high: number;
  /** Positions of the values below `low` or above `high`, ascending. */
  readonly rows: Int32Array;
  /** Values that entered. */
  readonly n: number;
}

/**
 * Tukey's fences (1977): values more than `k` interquartile ranges outside the quartiles (type 7). A rule to look by, not
 * a test: of normal data 0.7 % lie outside with k = 1.5, of skewed data many more.
 *
 * Missing values are left out; without any value the limits are NaN.
 *
 * @example
 * outliersIqr([1, 2, 3, 4, 100]).rows; // Int32Array [4]
 */
export function outliersIqr(values: ArrayLike<number>, k = 1.5): Outliers {
  const sorted = present(values).sort();
  const q1 = quantileSorted(sorted, 0.25);
  const q3 = quantileSorted(sorted, 0.75);
  return outside(values, q1 - k * (q3 - q1), q3 + k * (q3 - q1), sorted.length);
}

/** The values beyond two limits. */
export function outside(values: ArrayLike<number>, low: number, high: number, n: number): Outliers {
  const rows: number[] = [];
  for (let i = 0; i < values.length; i += 1) if (values[i] < low || values[i] > high) rows.push(i);
  return { low, high, rows: Int32Array.from(rows), n };
}
