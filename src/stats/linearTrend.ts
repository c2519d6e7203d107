import type { TestResult } from '../domain/testResult.js';
import { studentQuantile } from './distributions/studentQuantile.js';
import { studentTail } from './distributions/studentTail.js';
import { moments } from './moments.js';
import { pearson, productMoment } from './pearson.js';
import { presentPairs } from './presentPairs.js';
import { untestable } from './untestable.js';

/** A straight line through pairs; the estimate is its slope. */
export interface Trend extends TestResult {
  /** Height of the line at x = 0. */
  readonly intercept: number;
}

/**
 * Straight line by least squares: the estimate is the change of y for one unit of x. Test and interval by Student's t with
 * n − 2 degrees of freedom; assumes independent pairs with errors of one variance. The effect is Pearson's r.
 *
 * Missing pairs are left out. Untestable (NaN) with fewer than 3 pairs or a constant side. Checked against scipy
 * `linregress`.
 *
 * @example
 * linearTrend([1, 2, 3, 4], [2, 4, 5, 8]).estimate; // 1.9
 */
export function linearTrend(x: ArrayLike<number>, y: ArrayLike<number>, level = 0.95): Trend {
  const method = 'linear trend by least squares';
  const pairs = presentPairs(x, y);
  const n = pairs.x.length;
  const [mx, my] = [moments(pairs.x), moments(pairs.y)];
  const r = productMoment(pairs.x, pairs.y);
  const slope = r * Math.sqrt(my.squares / mx.squares);
  if (n < 3 || Number.isNaN(r)) return { ...untestable(method, 't', n), intercept: NaN };
  const df = n - 2;
  const se = Math.sqrt(((1 - r) * (1 + r) * my.squares) / mx.squares / df);
  const t = slope / se;
  const margin = se * studentQuantile((1 + level) / 2, df);
  return {
    method,
    statistic: { name: 't', value: t },
    df,
    p: 2 * studentTail(Math.abs(t), df),
    estimate: slope,
    ci: { low: slope - margin, high: slope + margin, level },
    effect: pearson(pairs.x, pairs.y, level).effect,
    n,
    intercept: my.mean - slope * mx.mean,
  };
}
