import { chiSquaredTail } from './chiSquaredTail.js';
import { regularizedBeta } from './regularizedBeta.js';

/**
 * Upper tail of the F distribution, P(F > f) with `df1` and `df2` degrees of freedom.
 *
 * @example
 * fTail(4.964602743730711, 1, 10); // 0.05
 */
export function fTail(f: number, df1: number, df2: number): number {
  if (Number.isNaN(f) || !(df1 > 0) || !(df2 > 0)) return NaN;
  if (f <= 0) return 1;
  if (f === Infinity) return 0;
  if (df2 === Infinity) return chiSquaredTail(f * df1, df1);
  const sum = df1 * f + df2;
  return regularizedBeta(df2 / sum, (df1 * f) / sum, df2 / 2, df1 / 2);
}
