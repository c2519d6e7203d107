import type { TestResult } from '../domain/testResult.js';
import { leastSquares } from './leastSquares.js';
import { untestable } from './untestable.js';

export interface WithinStratumOptions {
  readonly outcome: ArrayLike<number>;
  /** 1 for the group of interest, 0 for the other, NaN for missing. */
  readonly exposure: ArrayLike<number>;
  /** Stratum of each row, −1 for missing. */
  readonly strata: Int32Array;
  /** Rows of one cluster are not independent; −1 for missing. */
  readonly clusters?: Int32Array;
  readonly level?: number;
}

/**
 * Mean difference between two groups inside strata, pooled with the weights n₁n₀/(n₁ + n₀) that are most precise where
 * the spread is the same: like is compared with like. Strata that hold one group only do not move it.
 *
 * Errors are cluster-robust (CR2 with Satterthwaite degrees of freedom, CR1 where not feasible) where clusters are given, otherwise
 * robust to unequal variances (HC1). Untestable (NaN) where no stratum holds both groups. It is the coefficient of {@link leastSquares}
 * with the strata absorbed; checked against the weighted mean of differences in numpy and statsmodels.
 *
 * @example
 * withinStratum({ outcome: [1, 2, 5, 7], exposure: [0, 1, 0, 1], strata: Int32Array.of(0, 0, 1, 1) }).estimate; // 1.5
 */
export function withinStratum(options: WithinStratumOptions): TestResult {
  const { outcome, exposure, strata, clusters, level = 0.95 } = options;
  const fit = leastSquares({
    outcome,
    terms: [{ kind: 'number', name: 'exposure', values: exposure }],
    absorb: { name: 'strata', codes: strata },
    ...(clusters ? { clusters, errors: 'CR2' } : { errors: 'HC1' }),
    level,
  });
  const { estimate, t, df, p, ci } = fit.coefficient('exposure');
  const method = `difference within strata, ${fit.method}`;
  if (Number.isNaN(p))
    return untestable(method, 't', fit.n, Number.isNaN(estimate) ? null : estimate);
  return {
    method,
    statistic: { name: 't', value: t },
    df,
    p,
    estimate,
    ci,
    effect: null,
    n: fit.n,
  };
}
