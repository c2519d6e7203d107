import type { Interval } from '../domain/testResult.js';
import { normalQuantile } from './distributions/normalQuantile.js';
import { kendall } from './kendall.js';
import type { Trend } from './linearTrend.js';
import { presentPairs, type Pairs } from './presentPairs.js';
import { quantile } from './quantile.js';
import { quantileSorted } from './quantileSorted.js';
import { createRandom, randomInteger, type Random } from './random.js';
import { untestable } from './untestable.js';

/** Up to this many pairs all slopes between two of them are computed; of more, so many slopes are drawn. */
const MOST_EXACT = 1500;
const DRAWN = 500_000;

/**
 * Theil–Sen line: the median of the slopes between any two pairs. Up to 29 % of the pairs can be wild without
 * spoiling it. The interval is Sen's (1968), from the distribution of Kendall's statistic with its correction for ties; the
 * test is Kendall's. The intercept is median(y) − slope · median(x).
 *
 * All slopes up to 1,500 pairs; of more, 500,000 slopes are drawn, and the interval is widened by what the drawing
 * adds. Missing pairs are left out. Untestable (NaN) with fewer than 3 pairs or a constant side. Checked against
 * scipy `theilslopes`.
 *
 * @param random draws the slopes of large data; a fixed stream if left out.
 * @example
 * theilSen([1, 2, 3, 4, 5], [1, 2, 3, 4, 100]).estimate; // 1
 */
export function theilSen(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  level = 0.95,
  random: Random = createRandom(0),
): Trend {
  const pairs = presentPairs(x, y);
  const n = pairs.x.length;
  const isExact = n <= MOST_EXACT;
  const method = `Theil–Sen slope${isExact ? '' : ', drawn pairs'}, Kendall's test`;
  const test = kendall(pairs.x, pairs.y, level);
  if (Number.isNaN(test.p)) return { ...untestable(method, 'z', n), intercept: NaN };
  const slopes = (isExact ? allSlopes(pairs) : drawnSlopes(pairs, random)).sort();
  const estimate = quantileSorted(slopes, 0.5);
  return {
    ...test,
    method,
    estimate,
    ci: senInterval(slopes, pairs, level),
    intercept: quantile(pairs.y, 0.5) - estimate * quantile(pairs.x, 0.5),
  };
}

function allSlopes({ x, y }: Pairs): Float64Array {
  const n = x.length;
  const slopes = new Float64Array((n * (n - 1)) / 2);
  let count = 0;
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < i; j += 1) {
      if (x[i] !== x[j]) slopes[count++] = (y[i] - y[j]) / (x[i] - x[j]);
    }
  }
  return slopes.subarray(0, count);
}

function drawnSlopes({ x, y }: Pairs, random: Random): Float64Array {
  const slopes = new Float64Array(DRAWN);
  let count = 0;
  for (let draw = 0; draw < DRAWN; draw += 1) {
    const i = randomInteger(random, x.length);
    const j = randomInteger(random, x.length);
    if (x[i] !== x[j]) slopes[count++] = (y[i] - y[j]) / (x[i] - x[j]);
  }
  return slopes.subarray(0, count);
}

/** Between the slopes whose ranks are z standard deviations of Kendall's statistic around the middle. */
function senInterval(slopes: Float64Array, { x, y }: Pairs, level: number): Interval | null {
  const n = x.length;
  const variance = (n * (n - 1) * (2 * n + 5) - tieTerm(x) - tieTerm(y)) / 18;
  const all = (n * (n - 1)) / 2 - tiedPairs(x);
  const drawing = slopes.length < all ? (all * all) / slopes.length : 0;
  const reach = normalQuantile((1 + level) / 2) * Math.sqrt(variance + drawing);
  const scale = slopes.length / all;
  const upper = Math.min(Math.round(((all + reach) / 2) * scale), slopes.length - 1);
  const lower = Math.max(Math.round(((all - reach) / 2) * scale) - 1, 0);
  return variance > 0 ? { low: slopes[lower], high: slopes[upper], level } : null;
}

function tieTerm(values: Float64Array): number {
  return sumOverRuns(values, (run) => run * (run - 1) * (2 * run + 5));
}

function tiedPairs(values: Float64Array): number {
  return sumOverRuns(values, (run) => (run * (run - 1)) / 2);
}

function sumOverRuns(values: Float64Array, term: (run: number) => number): number {
  const sorted = values.slice().sort();
  let [sum, from] = [0, 0];
  for (let i = 1; i <= sorted.length; i += 1) {
    if (i < sorted.length && sorted[i] === sorted[from]) continue;
    sum += term(i - from);
    from = i;
  }
  return sum;
}
