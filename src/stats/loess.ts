import { gather } from './gather.js';
import { orderOf } from './orderOf.js';
import { presentPairs, type Pairs } from './presentPairs.js';
import { quantile } from './quantile.js';

export interface LoessOptions {
  /** Share of the pairs that each local line is fitted to, 2/3 if left out. */
  readonly span?: number;
  /** Rounds that give outlying pairs less weight; 0 if left out. */
  readonly robustIterations?: number;
  /** Where to evaluate; all distinct x if there are at most 200, otherwise 101 equally spaced points. */
  readonly at?: ArrayLike<number>;
}

/** A smooth curve through pairs; without points where there are fewer than 3 pairs. */
export interface Curve {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Pairs that entered. */
  readonly n: number;
  /** Pairs in each local fit. */
  readonly neighbours: number;
}

/** With more pairs than this, robust weights come from a curve at 401 points instead of one fit per pair. */
const MOST_DIRECT = 1000;

/**
 * LOESS: at each point a straight line is fitted to the nearest pairs, with tricube weights that fall with distance
 * (Cleveland 1979; degree 1). Robust rounds weigh pairs by the bisquare of residual over 6 median absolute residuals. Where
 * all neighbours share one x the curve is their mean.
 *
 * Missing pairs are left out. Checked against R `loess(degree = 1, surface = "direct")`.
 *
 * @example
 * loess([1, 2, 3, 4, 5], [2, 4, 6, 8, 10]).y; // on the line
 */
export function loess(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: LoessOptions = {},
): Curve {
  const pairs = sortPairs(presentPairs(x, y));
  const n = pairs.x.length;
  const neighbours = Math.min(n, Math.max(2, Math.floor((options.span ?? 2 / 3) * n + 1e-5)));
  if (n < 3) return { x: new Float64Array(0), y: new Float64Array(0), n, neighbours };
  const weights = new Float64Array(n).fill(1);
  for (let round = 0; round < (options.robustIterations ?? 0); round += 1) {
    if (!reweigh(pairs, weights, neighbours)) break;
  }
  const at = Float64Array.from(options.at ?? defaultPoints(pairs.x));
  return {
    x: at,
    y: at.map((point) => localLine(pairs, weights, neighbours, point)),
    n,
    neighbours,
  };
}

function sortPairs({ x, y }: Pairs): Pairs {
  const order = orderOf(x);
  return { x: gather(x, order), y: gather(y, order) };
}

function defaultPoints(sorted: Float64Array): Float64Array {
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  return distinct.length <= 200 ? distinct : spread(sorted, 101);
}

function spread(sorted: Float64Array, points: number): Float64Array {
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  return Float64Array.from(
    { length: points },
    (_, i) => first + (i / (points - 1)) * (last - first),
  );
}

/** Sets bisquare weights in place; false where most residuals are zero, so that nothing is outlying. */
function reweigh(pairs: Pairs, weights: Float64Array, neighbours: number): boolean {
  const fitted = fittedValues(pairs, weights, neighbours);
  const sizes = pairs.y.map((value, i) => Math.abs(value - fitted[i]));
  const limit = 6 * quantile(sizes, 0.5);
  if (!(limit > 0)) return false;
  sizes.forEach((size, i) => (weights[i] = size < limit ? (1 - (size / limit) ** 2) ** 2 : 0));
  return true;
}

function fittedValues(pairs: Pairs, weights: Float64Array, neighbours: number): Float64Array {
  if (pairs.x.length <= MOST_DIRECT) {
    return pairs.x.map((point) => localLine(pairs, weights, neighbours, point));
  }
  const grid = spread(pairs.x, 401);
  const curve = grid.map((point) => localLine(pairs, weights, neighbours, point));
  const step = grid[1] - grid[0];
  if (!(step > 0)) return pairs.x.map(() => curve[0]);
  return pairs.x.map((value) => {
    const position = (value - grid[0]) / step;
    const below = Math.min(grid.length - 2, Math.floor(position));
    return curve[below] + (position - below) * (curve[below + 1] - curve[below]);
  });
}

/** Value at a point of the weighted line through its nearest pairs. */
function localLine(
  { x, y }: Pairs,
  weights: Float64Array,
  neighbours: number,
  point: number,
): number {
  const from = nearestWindow(x, neighbours, point);
  const to = from + neighbours;
  const radius = Math.max(point - x[from], x[to - 1] - point);
  let [sum, sumX, sumY, sumXX, sumXY] = [0, 0, 0, 0, 0];
  for (let i = from; i < to; i += 1) {
    const distance = x[i] - point;
    const near = radius > 0 ? Math.abs(distance) / radius : 0;
    const weight = weights[i] * (1 - near * near * near) ** 3;
    sum += weight;
    sumX += weight * distance;
    sumY += weight * y[i];
    sumXX += weight * distance * distance;
    sumXY += weight * distance * y[i];
  }
  if (!(sum > 0)) return NaN;
  const spreadX = sumXX - (sumX * sumX) / sum;
  if (!(spreadX > 1e-12 * radius * radius * sum)) return sumY / sum;
  const slope = (sumXY - (sumX * sumY) / sum) / spreadX;
  return (sumY - slope * sumX) / sum;
}

/** Start of the run of so many sorted values that lie nearest to a point. */
function nearestWindow(x: Float64Array, neighbours: number, point: number): number {
  let [low, high] = [0, x.length - neighbours];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (point - x[middle] > x[middle + neighbours] - point) low = middle + 1;
    else high = middle;
  }
  return low;
}
