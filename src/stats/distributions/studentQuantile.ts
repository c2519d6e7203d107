import { normalQuantile } from './normalQuantile.js';
import { studentTail } from './studentTail.js';

/**
 * Quantile of Student's t distribution: the t below which the share `p` lies. Found from {@link studentTail} by
 * bracketing and bisection with secant steps, to full precision.
 *
 * @example
 * studentQuantile(0.975, 10); // 2.2281388519649385
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
  return root(excess, low, high);
}

/** Zero of a decreasing function between `low` and `high`: regula falsi of the Illinois kind. */
function root(f: (x: number) => number, low: number, high: number): number {
  let [a, b, fa, fb] = [low, high, f(low), f(high)];
  for (let step = 0; step < 200 && Math.abs(b - a) > 1e-15 * Math.abs(b); step += 1) {
    const middle = (fa * b - fb * a) / (fa - fb);
    const fm = f(middle);
    if (fm === 0) return middle;
    if (fm * fb < 0) {
      [a, fa] = [b, fb];
    } else {
      fa /= 2;
    }
    [b, fb] = [middle, fm];
  }
  return b;
}
