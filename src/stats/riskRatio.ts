import type { TestResult } from '../domain/testResult.js';
import { contingencyTotal, isDegenerate, withoutZeros, type Contingency } from './contingency.js';
import { ratioTest } from './ratioTest.js';
import { untestable } from './untestable.js';

/**
 * Risk ratio of a 2 × 2 table: the share of cases among the exposed over that among the unexposed, with Katz's (1978)
 * log interval and Wald test. With an empty cell, 0.5 is added to all four, and the method says so.
 *
 * Untestable (NaN) where a row or a column is empty. Checked against statsmodels `Table2x2`.
 *
 * @example
 * riskRatio({ exposedCases: 10, exposedOthers: 20, unexposedCases: 5, unexposedOthers: 40 }).estimate; // 3
 */
export function riskRatio(counts: Contingency, level = 0.95): TestResult {
  const { table, corrected } = withoutZeros(counts);
  const method = `risk ratio${corrected ? ', 0.5 added to each cell' : ''}`;
  const n = contingencyTotal(counts);
  if (isDegenerate(counts)) return untestable(method, 'z', n);
  const { exposedCases: a, exposedOthers: b, unexposedCases: c, unexposedOthers: d } = table;
  const se = Math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d));
  return ratioTest(method, Math.log(a / (a + b) / (c / (c + d))), se, n, level, () => null);
}
