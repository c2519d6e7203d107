import { sampleKurtosis, sampleSkewness } from 'simple-statistics';
import { moments } from './moments.js';
import { present } from './present.js';
import { quantileSorted } from './quantileSorted.js';

/** A column of numbers in a few of them, in the column's unit but for the counts and the two shapes. */
export interface Description {
  /** Values that entered. */
  readonly n: number;
  readonly missing: number;
  readonly mean: number;
  /** Sample standard deviation (n − 1). */
  readonly sd: number;
  readonly min: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly max: number;
  readonly iqr: number;
  /** Median absolute deviation from the median, times 1.4826 so that it estimates a normal SD. */
  readonly mad: number;
  /** Mean without the lowest and the highest tenth. */
  readonly trimmedMean: number;
  /** Adjusted Fisher–Pearson G1. */
  readonly skewness: number;
  /** Excess kurtosis G2; 0 for a normal distribution. */
  readonly kurtosis: number;
}

/** What makes the median absolute deviation of normal data estimate their SD: 1 / Φ⁻¹(3/4). */
export const MAD_SCALE = 1.482602218505602;

/**
 * Describes the values that are not missing: centre, spread and shape, each with its robust version. What cannot be
 * had from so few values (the SD of one, the skewness of two, the kurtosis of three, the shape of equal ones) is NaN.
 *
 * Quantiles are of type 7. Checked against numpy and scipy (`skew`, `kurtosis` with bias=False, `trim_mean(0.1)`,
 * `median_abs_deviation(scale='normal')`).
 *
 * @example
 * describe([1, 2, 3, 4, NaN]).median; // 2.5
 */
export function describe(values: ArrayLike<number>): Description {
  const sorted = present(values).sort();
  const n = sorted.length;
  const { mean, variance } = moments(sorted);
  const median = quantileSorted(sorted, 0.5);
  const q1 = quantileSorted(sorted, 0.25);
  const q3 = quantileSorted(sorted, 0.75);
  return {
    n,
    missing: values.length - n,
    mean,
    sd: Math.sqrt(variance),
    min: sorted[0] ?? NaN,
    q1,
    median,
    q3,
    max: sorted[n - 1] ?? NaN,
    iqr: q3 - q1,
    mad: medianDeviation(sorted, median) * MAD_SCALE,
    trimmedMean: trimmedMean(sorted),
    ...shape(sorted, variance),
  };
}

function medianDeviation(sorted: Float64Array, median: number): number {
  return quantileSorted(sorted.map((value) => Math.abs(value - median)).sort(), 0.5);
}

function trimmedMean(sorted: Float64Array): number {
  const cut = Math.floor(sorted.length * 0.1);
  return moments(sorted.subarray(cut, sorted.length - cut)).mean;
}

/** Skewness and kurtosis as `simple-statistics` computes them; equal values have neither. */
function shape(sorted: Float64Array, variance: number): Pick<Description, 'skewness' | 'kurtosis'> {
  const values = Array.from(sorted);
  const hasShape = variance > 0;
  return {
    skewness: hasShape && values.length >= 3 ? sampleSkewness(values) : NaN,
    kurtosis: hasShape && values.length >= 4 ? sampleKurtosis(values) : NaN,
  };
}
