import { findRoot } from './findRoot.js';
import { moments } from './moments.js';
import { quantileSorted } from './quantileSorted.js';

const BINS = 1000;
/** Squared distances in bandwidths beyond which a term is zero. */
const FARTHEST = 1000;

/** How many pairs lie so many bins apart. */
interface PairCounts {
  readonly n: number;
  readonly width: number;
  readonly counts: Float64Array;
}

/**
 * Bandwidth of a Gaussian kernel by Sheather and Jones (1991), solve-the-equation, on 1,000 bins: follows several humps
 * better than Silverman's rule. Checked against R `bw.SJ(method = "ste")`.
 *
 * @param sorted ascending values without missing ones.
 * @returns NaN where nothing varies or the equation has no solution (for example, most values equal).
 */
export function sheatherJonesBandwidth(sorted: Float64Array): number {
  const n = sorted.length;
  const sd = Math.sqrt(moments(sorted).variance);
  const iqr = quantileSorted(sorted, 0.75) - quantileSorted(sorted, 0.25);
  const scale = Math.min(sd, iqr / 1.349);
  if (!(scale > 0)) return NaN;
  const pairs = countPairs(sorted);
  const third = -derivative6(pairs, 1.23 * scale * n ** (-1 / 9));
  const ratio = derivative4(pairs, 1.24 * scale * n ** (-1 / 7)) / third;
  const factor = 1.357 * ratio ** (1 / 7);
  const constant = 1 / (2 * Math.sqrt(Math.PI) * n);
  const excess = (h: number): number =>
    (constant / derivative4(pairs, factor * h ** (5 / 7))) ** 0.2 - h;
  return solve(excess, 1.144 * scale * n ** -0.2);
}

function solve(excess: (h: number) => number, largest: number): number {
  let [low, high] = [0.1 * largest, largest];
  for (let attempt = 1; !(excess(low) * excess(high) <= 0); attempt += 1) {
    if (attempt > 99) return NaN;
    if (attempt % 2 === 1) high *= 1.2;
    else low /= 1.2;
  }
  return findRoot(excess, low, high);
}

function countPairs(sorted: Float64Array): PairCounts {
  const n = sorted.length;
  const width = ((sorted[n - 1] - sorted[0]) * 1.01) / BINS;
  const first = Math.trunc(sorted[0] / width);
  const bins = new Float64Array(BINS + 2);
  for (const value of sorted) bins[Math.trunc(value / width) - first] += 1;
  const counts = new Float64Array(BINS + 2);
  for (let i = 0; i < bins.length; i += 1) {
    if (bins[i] === 0) continue;
    counts[0] += (bins[i] * (bins[i] - 1)) / 2;
    for (let j = 0; j < i; j += 1) counts[i - j] += bins[i] * bins[j];
  }
  return { n, width, counts };
}

/** Estimate of the integral of f'' squared. */
function derivative4(pairs: PairCounts, h: number): number {
  return functional(pairs, h, 5, 3, (d) => d * d - 6 * d + 3);
}

/** Estimate of minus the integral of f''' squared. */
function derivative6(pairs: PairCounts, h: number): number {
  return functional(pairs, h, 7, -15, (d) => d * d * d - 15 * d * d + 45 * d - 15);
}

function functional(
  { n, width, counts }: PairCounts,
  h: number,
  power: number,
  diagonal: number,
  polynomial: (squaredDistance: number) => number,
): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i += 1) {
    const squared = ((i * width) / h) ** 2;
    if (squared >= FARTHEST) break;
    sum += Math.exp(-squared / 2) * polynomial(squared) * counts[i];
  }
  return (2 * sum + n * diagonal) / (n * (n - 1) * h ** power * Math.sqrt(2 * Math.PI));
}
