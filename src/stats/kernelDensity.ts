import { present } from './present.js';
import { sheatherJonesBandwidth } from './sheatherJonesBandwidth.js';
import { silvermanBandwidth } from './silvermanBandwidth.js';

export interface DensityOptions {
  /** A rule, or a number in the unit of the values; `silverman` if left out. */
  readonly bandwidth?: 'silverman' | 'sheather-jones' | number;
  /** Number of equally spaced points, 512 if left out. */
  readonly points?: number;
  /** First and last point; 3 bandwidths outside the values if left out. */
  readonly from?: number;
  readonly to?: number;
}

/** A density curve; without points where nothing varies and no bandwidth was given. */
export interface Density {
  readonly x: Float64Array;
  readonly density: Float64Array;
  readonly bandwidth: number;
  readonly n: number;
}

/** More values than this are first put into bins. */
const MOST_DIRECT = 2000;
const BINS = 4096;
/** Distance in bandwidths beyond which a kernel adds nothing. */
const REACH = 9;

/**
 * Kernel density estimate with a Gaussian kernel: a smooth curve of area 1. Up to 2,000 values exactly; more are
 * shared linearly between 4,096 bins first (error below 1e-4 of the peak at usual bandwidths).
 *
 * The bandwidth is Silverman's rule or Sheather and Jones; the latter falls back to the former where it has no
 * solution. The kernel knows no borders: mass leaks over a limit such as 0. Missing values are left out. Checked against scipy
 * `gaussian_kde` and R `bw.nrd0`, `bw.SJ`.
 *
 * @example
 * kernelDensity([1, 2, 2, 3, 5]).bandwidth; // 0.4868
 */
export function kernelDensity(values: ArrayLike<number>, options: DensityOptions = {}): Density {
  const sorted = present(values).sort();
  const n = sorted.length;
  const bandwidth = chooseBandwidth(sorted, options.bandwidth ?? 'silverman');
  if (n === 0 || !(bandwidth > 0)) {
    return { x: new Float64Array(0), density: new Float64Array(0), bandwidth: NaN, n };
  }
  const from = options.from ?? sorted[0] - 3 * bandwidth;
  const to = options.to ?? sorted[n - 1] + 3 * bandwidth;
  const points = options.points ?? 512;
  const x = Float64Array.from(
    { length: points },
    (_, i) => from + (i / (points - 1)) * (to - from),
  );
  const weighted = n <= MOST_DIRECT ? { at: sorted, weight: null } : binned(sorted);
  return { x, density: x.map((point) => sumKernels(weighted, point, bandwidth) / n), bandwidth, n };
}

function chooseBandwidth(
  sorted: Float64Array,
  rule: 'silverman' | 'sheather-jones' | number,
): number {
  if (typeof rule === 'number') return rule;
  const refined = rule === 'sheather-jones' ? sheatherJonesBandwidth(sorted) : NaN;
  return Number.isNaN(refined) ? silvermanBandwidth(sorted) : refined;
}

/** Places, ascending, and how many values stand at each (one where there are no weights). */
interface Weighted {
  readonly at: Float64Array;
  readonly weight: Float64Array | null;
}

function binned(sorted: Float64Array): Weighted {
  const first = sorted[0];
  const width = (sorted[sorted.length - 1] - first) / (BINS - 1);
  if (!(width > 0)) return { at: sorted.subarray(0, 1), weight: Float64Array.of(sorted.length) };
  const weight = new Float64Array(BINS + 1);
  for (const value of sorted) {
    const position = (value - first) / width;
    const bin = Math.min(BINS - 1, Math.floor(position));
    weight[bin + 1] += position - bin;
    weight[bin] += 1 - (position - bin);
  }
  return { at: weight.map((_, bin) => first + bin * width), weight };
}

function sumKernels({ at, weight }: Weighted, point: number, bandwidth: number): number {
  let sum = 0;
  for (let i = firstFrom(at, point - REACH * bandwidth); i < at.length; i += 1) {
    const z = (at[i] - point) / bandwidth;
    if (z > REACH) break;
    sum += (weight ? weight[i] : 1) * Math.exp((-z * z) / 2);
  }
  return sum / (bandwidth * Math.sqrt(2 * Math.PI));
}

/** Position of the first value that is not below the limit. */
function firstFrom(sorted: Float64Array, limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
