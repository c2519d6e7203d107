import { findRoot } from '../findRoot.js';
import { normalQuantile } from './normalQuantile.js';
import { studentTail } from './studentTail.js';

/**
 * Quantile of Student's t distribution: the t below which the share `p` lies. Found from {@link studentTail} by
 * bracketing, to full precision.
 *
 * @example
 * studentQuantile(0.975, 10); // 2.228138851986
 */
export function studentQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1) || !(df > 0)) return NaN;
  if (p === 0.5) return 0;
  if (p < 0.5) return -upperQuantile(p, df);
  return upperQuantile(1 - p, df);
}

/** The t that is exceeded with probability `tail` < 0.5. */
function upperQuantile(tail: number, df: number): number {
  if (tail === 0) return Infinity;
  if (df === Infinity || df > 1e10) return -normalQuantile(tail);
  const excess = (t: number): number => Math.log(studentTail(t, df) / tail);
  let low = 0;
  let high = Math.max(1, -normalQuantile(tail));
  while (excess(high) > 0) {
    low = high;
    high *= 2;
  }
  return findRoot(excess, low, high);
}
