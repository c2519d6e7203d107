import { describe } from '../../stats/describe.js';

/** How many values lie far from the rest, by two rules. Shares are percent of the values that are known. */
export interface OutlierShares {
  readonly n: number;
  readonly missing: number;
  readonly min: number;
  readonly median: number;
  readonly max: number;
  /** Fences of Tukey (1977): quartiles and 1.5 interquartile ranges beyond. */
  readonly low: number;
  readonly high: number;
  readonly beyondFences: number;
  /** More than 3.5 scaled median absolute deviations from the median (Iglewicz and Hoaglin 1993); null if that is zero. */
  readonly beyondMad: number | null;
}

const FENCE = 1.5;
const MAD_LIMIT = 3.5;

/**
 * Counts outliers; on the log scale for counts, whose few huge values are their nature. Fences come back in the
 * values' own unit, and zeros (without a logarithm) stay out of logarithmic fields.
 */
export function outlierShares(values: Float64Array, logarithmic: boolean): OutlierShares {
  const scaled = logarithmic
    ? values.map((value) => (value > 0 ? Math.log10(value) : Number.NaN))
    : values;
  const { n, missing, min, q1, median, q3, iqr, max, mad } = describe(scaled);
  const [low, high] = [q1 - FENCE * iqr, q3 + FENCE * iqr];
  const share = (test: (value: number) => boolean): number => {
    let count = 0;
    for (const value of scaled) if (Number.isFinite(value) && test(value)) count += 1;
    return n === 0 ? 0 : (count / n) * 100;
  };
  const back = (value: number): number => (logarithmic ? 10 ** value : value);
  return {
    n,
    missing,
    min: back(min),
    median: back(median),
    max: back(max),
    low: back(low),
    high: back(high),
    beyondFences: share((value) => value < low || value > high),
    beyondMad: mad > 0 ? share((value) => Math.abs(value - median) > MAD_LIMIT * mad) : null,
  };
}
