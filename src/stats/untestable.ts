import type { TestResult } from '../domain/testResult.js';

/**
 * The result of a test that the data do not allow: too few observations, or no variation.
 *
 * This is the one policy of the package: such a result has statistic NaN, p NaN and no interval, and keeps the
 * estimate where that is still defined. Nothing is thrown, because "not enough data" is an answer.
 */
export function untestable(
  method: string,
  statistic: string,
  n: number,
  estimate: number | null = null,
): TestResult {
  return {
    method,
    statistic: { name: statistic, value: NaN },
    df: null,
    p: NaN,
    estimate,
    ci: null,
    effect: null,
    n,
  };
}
