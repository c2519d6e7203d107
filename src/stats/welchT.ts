import type { TestResult } from '../domain/testResult.js';
import { studentQuantile } from './distributions/studentQuantile.js';
import { studentTail } from './distributions/studentTail.js';
import { hedgesG } from './hedgesG.js';
import { untestable } from './untestable.js';
import { welchDifference } from './welchDifference.js';

/**
 * Welch's t test: do the means of two independent samples differ? The estimate is mean(a) − mean(b). Variances
 * may differ; assumes independent values and means that are about normal. The effect is Hedges' g.
 *
 * Missing values are left out. Untestable (NaN) where a sample has fewer than 2 values or neither varies. Checked
 * against scipy `ttest_ind(equal_var=False)`.
 *
 * @example
 * welchT([5, 6, 7], [1, 2, 3]).estimate; // 4
 */
export function welchT(a: ArrayLike<number>, b: ArrayLike<number>, level = 0.95): TestResult {
  const method = "Welch's t test";
  const { estimate, se, df, n } = welchDifference(a, b);
  if (!(se > 0)) return untestable(method, 't', n, Number.isNaN(estimate) ? null : estimate);
  const t = estimate / se;
  const margin = se * studentQuantile((1 + level) / 2, df);
  return {
    method,
    statistic: { name: 't', value: t },
    df,
    p: 2 * studentTail(Math.abs(t), df),
    estimate,
    ci: { low: estimate - margin, high: estimate + margin, level },
    effect: hedgesG(a, b, level),
    n,
  };
}
