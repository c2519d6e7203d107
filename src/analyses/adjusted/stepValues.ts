import type { Step } from '../hypotheses/declaredHypothesis.js';

const YEARS_PER_DECADE = 10;

/**
 * An exposure counted in the steps that the hypothesis speaks of: standard deviations, decades, doublings.
 * Values that have no logarithm become missing; a constant exposure has no standard deviation and becomes missing.
 *
 * @param rows rows whose mean and standard deviation define the step
 */
export function stepValues(values: Float64Array, step: Step, rows: Int32Array): Float64Array {
  switch (step) {
    case 'standard-deviation':
      return standardised(values, rows);
    case 'decade-of-age':
      // Age counts back from the year of release; where it starts doesn't change a slope.
      return values.map((year) => -year / YEARS_PER_DECADE);
    case 'doubling':
      return values.map((value) => (value > 0 ? Math.log2(value) : Number.NaN));
    case 'tenfold':
      return values.map((value) => (value > 0 ? Math.log10(value) : Number.NaN));
    case 'contrast':
    case 'one':
    case 'levels':
      return values;
  }
}

function standardised(values: Float64Array, rows: Int32Array): Float64Array {
  const { mean, sd } = momentsOf(values, rows);
  return values.map((value) => (sd > 0 ? (value - mean) / sd : Number.NaN));
}

/** Mean and sample standard deviation of the finite values in the rows. */
export function momentsOf(
  values: Float64Array,
  rows: Int32Array,
): { mean: number; sd: number; n: number } {
  let n = 0;
  let mean = 0;
  let squares = 0;
  for (const row of rows) {
    const value = values[row] ?? Number.NaN;
    if (!Number.isFinite(value)) continue;
    n += 1;
    const delta = value - mean;
    mean += delta / n;
    squares += delta * (value - mean);
  }
  return { mean, sd: n > 1 ? Math.sqrt(squares / (n - 1)) : 0, n };
}
