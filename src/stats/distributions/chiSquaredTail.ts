import { nmath } from './nmath.js';

/**
 * Upper tail of the chi-squared distribution, P(X > x) with `df` degrees of freedom.
 *
 * @example
 * chiSquaredTail(3.841458820694124, 1); // 0.05
 */
export function chiSquaredTail(x: number, df: number): number {
  if (!(df > 0) || Number.isNaN(x)) return NaN;
  return x <= 0 ? 1 : nmath.pchisq(x, df, undefined, false);
}
