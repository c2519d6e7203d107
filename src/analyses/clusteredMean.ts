import type { Interval } from '../domain/testResult.js';
import { leastSquares } from '../stats/leastSquares.js';

/** A mean with an interval that takes each cluster, not each value, as independent. */
export interface ClusteredMean {
  readonly mean: number;
  readonly ci: Interval | null;
  readonly n: number;
  readonly clusters: number;
}

/**
 * Mean of the values with a cluster-robust interval (CR1, t with clusters − 1 degrees of freedom): the least-squares
 * fit of a constant. Without an interval where all values stand in one cluster.
 *
 * @param clusters code per value, from 0
 */
export function clusteredMean(
  values: Float64Array,
  clusters: Int32Array,
  level = 0.95,
): ClusteredMean {
  const count = new Set(clusters).size;
  if (values.length === 0) return { mean: Number.NaN, ci: null, n: 0, clusters: 0 };
  if (count < 2) {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return { mean, ci: null, n: values.length, clusters: count };
  }
  const fit = leastSquares({ outcome: values, terms: [], clusters, errors: 'CR1', level });
  const { estimate, ci } = fit.coefficient('intercept');
  return {
    mean: estimate,
    ci: Number.isFinite(ci.low) ? ci : { low: estimate, high: estimate, level },
    n: values.length,
    clusters: count,
  };
}
