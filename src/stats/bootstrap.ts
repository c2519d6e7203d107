import type { Interval } from '../domain/testResult.js';
import { bootstrapInterval, type IntervalKind } from './bootstrapInterval.js';
import { moments } from './moments.js';
import { randomInteger, type Random } from './random.js';

export interface ResamplingOptions {
  /** The statistic of a sample, given as row numbers (a row can come more than once); NaN if it has none. */
  readonly statistic: (rows: Int32Array) => number;
  readonly random: Random;
  /** 2,000 if left out. */
  readonly replicates?: number;
  /** `bca` if left out. */
  readonly interval?: IntervalKind;
  readonly level?: number;
}

export interface BootstrapOptions extends ResamplingOptions {
  /** Number of rows; the statistic is given numbers from 0 to `size` − 1. */
  readonly size: number;
}

/** A statistic with the uncertainty that resampling shows. */
export interface Resampled {
  readonly method: string;
  readonly estimate: number;
  /** Standard deviation of the replicates. */
  readonly se: number;
  /** Null where the estimate or more than a tenth of the replicates is NaN, or there are fewer than 2 units. */
  readonly ci: Interval | null;
  /** Rows. */
  readonly n: number;
  /** Replicates that gave a number. */
  readonly replicates: number;
}

/** Most statistics computed for the jackknife of a BCa interval; more units are left out in blocks. */
const MOST_JACKKNIFE = 500;

/**
 * Bootstrap of independent rows: draws as many rows with replacement, many times, and takes the interval from the
 * statistic's spread: `percentile`, or `bca` (bias-corrected and accelerated, Efron 1987), which also corrects bias and
 * skewness. The acceleration comes from a jackknife over single rows, over 500 blocks where there are more.
 *
 * Checked against scipy `stats.bootstrap` (both methods) on the same resamples.
 *
 * @example
 * const values = [3, 5, 9, 1, 4];
 * bootstrap({
 *   size: values.length,
 *   statistic: (rows) => quantile(Float64Array.from(rows, (row) => values[row]!), 0.5),
 *   random: createRandom(1),
 * });
 */
export function bootstrap(options: BootstrapOptions): Resampled {
  const { size, random } = options;
  const rows = Int32Array.from({ length: size }, (_, row) => row);
  const drawn = new Int32Array(size);
  return resample(options, {
    label: 'bootstrap',
    rows: size,
    units: size,
    all: rows,
    draw: () => {
      for (let i = 0; i < size; i += 1) drawn[i] = randomInteger(random, size);
      return drawn;
    },
    without: (from, to) => {
      const rest = new Int32Array(size - (to - from));
      rest.set(rows.subarray(0, from));
      rest.set(rows.subarray(to), from);
      return rest;
    },
  });
}

/** How a scheme draws and leaves out its units. */
export interface Resampling {
  readonly label: string;
  readonly rows: number;
  readonly units: number;
  readonly all: Int32Array;
  draw(): Int32Array;
  /** All rows but those of the units from `from` to `to` − 1. */
  without(from: number, to: number): Int32Array;
}

/** The part that is common to the bootstraps of rows and of clusters. */
export function resample(options: ResamplingOptions, scheme: Resampling): Resampled {
  const { statistic, replicates = 2000, interval = 'bca', level = 0.95 } = options;
  const estimate = scheme.units > 0 ? statistic(scheme.all) : NaN;
  const values = new Float64Array(replicates);
  let count = 0;
  for (let i = 0; i < replicates && scheme.units > 0; i += 1) {
    const value = statistic(scheme.draw());
    if (!Number.isNaN(value)) values[count++] = value;
  }
  const found = values.subarray(0, count).sort();
  const usable = scheme.units >= 2 && !Number.isNaN(estimate) && count >= 0.9 * replicates;
  const jackknife = (): Float64Array => leaveOut(scheme, statistic);
  return {
    method: `${scheme.label}, ${interval === 'bca' ? 'BCa' : 'percentile'} interval`,
    estimate,
    se: Math.sqrt(moments(found).variance),
    ci: usable ? bootstrapInterval(found, estimate, jackknife, interval, level) : null,
    n: scheme.rows,
    replicates: count,
  };
}

function leaveOut(scheme: Resampling, statistic: (rows: Int32Array) => number): Float64Array {
  const blocks = Math.min(scheme.units, MOST_JACKKNIFE);
  return Float64Array.from({ length: blocks }, (_, block) =>
    statistic(
      scheme.without(
        Math.floor((block * scheme.units) / blocks),
        Math.floor(((block + 1) * scheme.units) / blocks),
      ),
    ),
  );
}
