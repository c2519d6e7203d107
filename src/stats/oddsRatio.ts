import type { TestResult } from '../domain/testResult.js';
import { contingencyTotal, isDegenerate, withoutZeros, type Contingency } from './contingency.js';
import { oddsRatioEffect } from './oddsRatioEffect.js';
import { ratioTest } from './ratioTest.js';
import { untestable } from './untestable.js';

/**
 * Odds ratio of a 2 × 2 table with Woolf's (1955) interval and the Wald test on the log scale. With an empty cell, 0.5
 * is added to all four, and the method says so.
 *
 * Untestable (NaN) where a row or a column is empty. Checked against statsmodels `Table2x2`.
 *
 * @example
 * oddsRatio({ exposedCases: 10, exposedOthers: 20, unexposedCases: 5, unexposedOthers: 40 }).estimate; // 4
 */
export function oddsRatio(counts: Contingency, level = 0.95): TestResult {
  const { table, corrected } = withoutZeros(counts);
  const method = `odds ratio${corrected ? ', 0.5 added to each cell' : ''}`;
  const n = contingencyTotal(counts);
  if (isDegenerate(counts)) return untestable(method, 'z', n);
  const { exposedCases: a, exposedOthers: b, unexposedCases: c, unexposedOthers: d } = table;
  const se = Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
  return ratioTest(method, Math.log((a * d) / (b * c)), se, n, level, oddsRatioEffect);
}
