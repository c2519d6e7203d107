import { randomInteger, createRandom, deriveSeed } from '../../stats/random.js';
import { collect } from '../adjusted/comparison.js';
import { songsOnce } from '../adjusted/songsOnce.js';
import type { AnalysisContext } from '../analysis.js';
import { hypothesis } from '../hypotheses.js';

/** How many views a song's streams let one expect, from a robust line on the log–log scale. */
export interface Expectation {
  readonly source: string;
  /** Rows of the feature table with streams and views; a song of several artists may stand in one for each. */
  readonly rows: Int32Array;
  /** The same rows with each song once. */
  readonly songs: Int32Array;
  /** log10 of streams and views by table row. */
  readonly streams: Float64Array;
  readonly views: Float64Array;
  readonly slope: number;
  readonly intercept: number;
  /** log10 of actual over expected views, in the order of `rows`. */
  readonly residuals: Float64Array;
}

const PAIRS = 200_000;

/**
 * The line of Theil (1950) and Sen (1968) through log10 views against log10 streams: the median of the slopes of pairs of songs
 * (all pairs up to 200,000, otherwise as many drawn with the seed) and the median of what remains, so that mismatched
 * videos do not bend it. Null where there are too few songs.
 */
export function expectation(context: AnalysisContext): Expectation | null {
  const declared = { ...hypothesis('platforms.streams_views'), confounders: [] };
  const found = collect(context.features, declared, { everyListing: true });
  if ('needed' in found) return null;
  const { rows, outcome: streams, exposure: views, source } = found;
  const songs = songsOnce(context.features, source, rows);
  const x = Float64Array.from(songs, (row) => streams[row]);
  const y = Float64Array.from(songs, (row) => views[row]);
  const slope = median(pairSlopes(x, y, context.seed));
  if (!Number.isFinite(slope)) return null;
  const intercept = median(y.map((value, i) => value - slope * x[i]));
  const residuals = Float64Array.from(rows, (row) => views[row] - intercept - slope * streams[row]);
  return { source, rows, songs, streams, views, slope, intercept, residuals };
}

function pairSlopes(x: Float64Array, y: Float64Array, seed: number): Float64Array {
  const n = x.length;
  const slopes: number[] = [];
  const add = (i: number, j: number): void => {
    if (x[i] !== x[j]) slopes.push((y[i] - y[j]) / (x[i] - x[j]));
  };
  if ((n * (n - 1)) / 2 <= PAIRS) {
    for (let i = 1; i < n; i += 1) for (let j = 0; j < i; j += 1) add(i, j);
    return Float64Array.from(slopes);
  }
  const random = createRandom(deriveSeed(seed, 'platforms.theil-sen'));
  for (let k = 0; k < PAIRS; k += 1) add(randomInteger(random, n), randomInteger(random, n));
  return Float64Array.from(slopes);
}

/** Median of the values; NaN of none. */
export function median(values: Float64Array): number {
  if (values.length === 0) return Number.NaN;
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
