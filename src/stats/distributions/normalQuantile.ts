import { nmath } from './nmath.js';

/**
 * Quantile of the standard normal distribution: the z below which the share `p` lies (0 ≤ p ≤ 1).
 *
 * @example
 * normalQuantile(0.975); // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  return p >= 0 && p <= 1 ? nmath.qnorm(p) : NaN;
}
