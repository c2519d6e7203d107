import type { TestResult } from '../domain/testResult.js';
import { equivalence } from './equivalence.js';
import { welchDifference } from './welchDifference.js';

/**
 * Equivalence of two means: two one-sided Welch tests of whether mean(a) − mean(b) lies within ± `bound`. A small p
 * says that the difference is too small to matter.
 *
 * Missing values are left out. Untestable (NaN) like {@link welchT}. Checked against statsmodels
 * `ttost_ind(usevar='unequal')`.
 *
 * @param bound smallest difference of interest, in the unit of the values.
 * @param alpha level of each one-sided test; the interval has level 1 − 2 alpha.
 * @example
 * tost([5.1, 4.9, 5.0, 5.2], [5.0, 5.1, 4.9, 5.1], 1).p < 0.05; // true
 */
export function tost(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  bound: number,
  alpha = 0.05,
): TestResult {
  const { estimate, se, df, n } = welchDifference(a, b);
  return equivalence(estimate, se, df, bound, n, alpha);
}
