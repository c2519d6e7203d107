import type { TestResult } from '../domain/testResult.js';
import { studentQuantile } from './distributions/studentQuantile.js';
import { studentTail } from './distributions/studentTail.js';
import { untestable } from './untestable.js';

/**
 * Two one-sided tests (Schuirmann 1987) on any estimate with a standard error: does it lie within ± `bound`? A small p
 * says that it does: "too small to matter". The interval has level 1 − 2α (0.90), and p < α exactly where it lies
 * inside the bounds.
 *
 * Untestable (NaN) where the standard error is not positive or the bound is not.
 *
 * @param df degrees of freedom of the estimate; Infinity for a normal one.
 * @param alpha level of each one-sided test.
 * @example
 * equivalence(0.1, 0.2, 50, 1).p; // 0.00002
 */
export function equivalence(
  estimate: number,
  se: number,
  df: number,
  bound: number,
  n = NaN,
  alpha = 0.05,
): TestResult {
  const method = 'two one-sided t tests of equivalence';
  if (!(se > 0) || !(bound > 0) || !(df > 0)) {
    return untestable(method, 't', n, Number.isNaN(estimate) ? null : estimate);
  }
  const t = (Math.abs(estimate) - bound) / se;
  const margin = se * studentQuantile(1 - alpha, df);
  return {
    method,
    statistic: { name: 't', value: t },
    df,
    p: studentTail(-t, df),
    estimate,
    ci: { low: estimate - margin, high: estimate + margin, level: 1 - 2 * alpha },
    effect: null,
    n,
  };
}
