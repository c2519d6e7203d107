import * as library from 'lib-r-math.js';

/**
 * The functions of R's mathematical library that the package takes from `lib-r-math.js`, with their types
 * (the types it ships do not resolve under NodeNext).
 *
 * Only these: its `pt`, `qt`, `pf` and `pbeta` are wrong for many arguments (`pt(5.84, 583456)` loses the whole
 * tail), so Student's t and F rest on {@link regularizedBeta} instead.
 */
interface RMath {
  pnorm(q: number, mean: number, sd: number, lowerTail: boolean): number;
  qnorm(p: number): number;
  pchisq(q: number, df: number, ncp: undefined, lowerTail: boolean): number;
  dbeta(x: number, a: number, b: number): number;
}

export const nmath = library as unknown as RMath;
