/**
 * A difference of decimal logarithms as a difference in percent.
 *
 * @example
 * percentOf(Math.log10(2)); // 100
 */
export function percentOf(logDifference: number): number {
  return (10 ** logDifference - 1) * 100;
}
