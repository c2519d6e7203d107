import { nmath } from './nmath.js';

/**
 * Upper tail of the standard normal distribution, P(Z > z), accurate far into the tail.
 *
 * @example
 * normalTail(1.959963984540054); // 0.025
 */
export function normalTail(z: number): number {
  return Number.isNaN(z) ? NaN : nmath.pnorm(z, 0, 1, false);
}
