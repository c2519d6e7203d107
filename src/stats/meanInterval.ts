import type { Interval } from '../domain/testResult.js';
import { studentQuantile } from './distributions/studentQuantile.js';
import { moments } from './moments.js';
import { present } from './present.js';

/** An estimate with its interval and the number of observations behind it. */
export interface Estimated {
  readonly estimate: number;
  readonly se: number;
  readonly ci: Interval | null;
  readonly n: number;
}

/**
 * Mean with Student's t interval. Assumes independent values and a mean that is about normal. Missing values are left out;
 * the interval is null with fewer than 2 values or no variation.
 *
 * Checked against scipy `ttest_1samp(...).confidence_interval`.
 *
 * @example
 * meanInterval([1, 2, 3, 4, 5]).ci; // { low: 1.04, high: 4.96, level: 0.95 }
 */
export function meanInterval(values: ArrayLike<number>, level = 0.95): Estimated {
  const { n, mean, variance } = moments(present(values));
  const se = Math.sqrt(variance / n);
  if (!(se > 0)) return { estimate: mean, se, ci: null, n };
  const margin = se * studentQuantile((1 + level) / 2, n - 1);
  return { estimate: mean, se, ci: { low: mean - margin, high: mean + margin, level }, n };
}
