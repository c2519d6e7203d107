import type { Interval } from '../../domain/testResult.js';

/** No estimate needs more decimals than this, however narrow its interval. */
const MAX_DECIMALS = 6;

/** Position of the first significant figure as a power of ten: 0.034 → −2, 250 → 2. */
function magnitude(value: number): number {
  // Number#toExponential avoids the rounding of log10 at exact powers of ten.
  return Number(value.toExponential().split('e')[1]);
}

/**
 * How many decimals an estimate deserves: it is shown to the digit of its interval's half-width, to the second
 * significant figure where the first is a 1 or a 2 (rounding such a half-width to one figure would distort it by up to
 * a third), otherwise to the first.
 * One or two decimals are added where an interval that excludes zero would otherwise show an end as zero.
 *
 * @returns decimals, negative for tens and above, or null where the interval has no finite, positive width
 * @example
 * digitsOfInterval({ low: 1.21, high: 3.05, level: 0.95 }); // 1 (half-width 0.92)
 */
export function digitsOfInterval(interval: Interval): number | null {
  const half = (interval.high - interval.low) / 2;
  if (!Number.isFinite(half) || half <= 0) return null;
  const place = magnitude(half);
  const leading = half / 10 ** place;
  const digits = Math.min(MAX_DECIMALS, leading < 3 ? 1 - place : -place);
  return keepSign(interval, digits);
}

function keepSign({ low, high }: Interval, digits: number): number {
  if (low * high <= 0) return digits;
  const nearest = Math.min(Math.abs(low), Math.abs(high));
  for (const more of [0, 1, 2]) {
    if (nearest >= 0.5 * 10 ** -(digits + more)) return Math.min(MAX_DECIMALS, digits + more);
  }
  return digits;
}

/**
 * Decimals that show a number with a count of significant figures, at least `atLeast` of them.
 *
 * @example
 * digitsOfValue(0.01234, 2, 0); // 3
 */
export function digitsOfValue(value: number, figures: number, atLeast: number): number {
  if (!Number.isFinite(value) || value === 0) return atLeast;
  const wanted = figures - 1 - magnitude(Math.abs(value));
  return Math.min(MAX_DECIMALS, Math.max(atLeast, wanted));
}
