import { nmath } from './nmath.js';

const PRECISION = 1e-16;
const LONGEST = 20_000;

/**
 * Regularized incomplete beta function I_x(a, b), the distribution function behind Student's t and F.
 *
 * The complement `y` = 1 − x is an argument of its own, so that a caller who knows it exactly loses nothing
 * where x is close to 1. Continued fraction of Didonato and Morris (1992, TOMS 708, BFRAC) with the prefactor taken
 * from the beta density. Checked against scipy 1.17 (`scipy.special.betainc`) to 1e-11 for a, b from 0.25 to 5e5.
 *
 * @example
 * regularizedBeta(0.3, 0.7, 2, 3); // 0.3483
 */
export function regularizedBeta(x: number, y: number, a: number, b: number): number {
  if (!(a > 0 && b > 0 && x >= 0 && y >= 0)) return NaN;
  if (x === 0) return 0;
  if (y === 0) return 1;
  const density = x <= y ? nmath.dbeta(x, a, b) : nmath.dbeta(y, b, a);
  const prefactor = density * x * y;
  return isBelowMean(x, y, a, b)
    ? prefactor * continuedFraction(x, y, a, b)
    : 1 - prefactor * continuedFraction(y, x, b, a);
}

/** Whether x lies below a / (a + b), where the fraction converges fastest. */
function isBelowMean(x: number, y: number, a: number, b: number): boolean {
  return distanceBelowMean(x, y, a, b) >= 0;
}

/** a − (a + b) x, from whichever of x and y is the more exact. */
function distanceBelowMean(x: number, y: number, a: number, b: number): number {
  return a > b ? (a + b) * y - b : a - (a + b) * x;
}

function continuedFraction(x: number, y: number, a: number, b: number): number {
  const c = 1 + distanceBelowMean(x, y, a, b);
  const c0 = b / a;
  const c1 = 1 + 1 / a;
  let p = 1;
  let s = a + 1;
  let [numerator, denominator] = [0, 1];
  let nextNumerator = 1;
  let nextDenominator = c / c1;
  let ratio = c1 / c;
  for (let n = 1; n < LONGEST; n += 1) {
    const w = n * (b - n) * x;
    const e = a / s;
    const alpha = p * (p + c0) * e * e * (w * x);
    const step = (n / a + 1) / (c1 + (2 * n) / a);
    const beta = n + w / s + step * (c + n * (y + 1));
    p = 1 + n / a;
    s += 2;
    [numerator, nextNumerator] = [nextNumerator, alpha * numerator + beta * nextNumerator];
    [denominator, nextDenominator] = [
      nextDenominator,
      alpha * denominator + beta * nextDenominator,
    ];
    const previous = ratio;
    ratio = nextNumerator / nextDenominator;
    if (Math.abs(ratio - previous) <= PRECISION * ratio) break;
    numerator /= nextDenominator;
    denominator /= nextDenominator;
    nextNumerator = ratio;
    nextDenominator = 1;
  }
  return ratio;
}
