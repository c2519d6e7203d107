import { normalTail } from './normalTail.js';
import { regularizedBeta } from './regularizedBeta.js';

/**
 * Upper tail of Student's t distribution, P(T > t) with `df` degrees of freedom (any positive number;
 * infinite means the normal distribution).
 *
 * @example
 * studentTail(2.2281388519649385, 10); // 0.025
 */
export function studentTail(t: number, df: number): number {
  if (Number.isNaN(t) || !(df > 0)) return NaN;
  if (df === Infinity || df > 1e10) return normalTail(t);
  if (Math.abs(t) === Infinity) return t > 0 ? 0 : 1;
  const square = t * t;
  const tail = regularizedBeta(df / (df + square), square / (df + square), df / 2, 0.5) / 2;
  return t >= 0 ? tail : 1 - tail;
}
