import type { EffectSize, TestResult } from '../domain/testResult.js';
import { normalQuantile } from './distributions/normalQuantile.js';
import { normalTail } from './distributions/normalTail.js';

/** The Wald test of a ratio against 1 on the log scale, with its interval. */
export function ratioTest(
  method: string,
  logRatio: number,
  se: number,
  n: number,
  level: number,
  effectOf: (value: number, ci: TestResult['ci']) => EffectSize | null,
): TestResult {
  const z = logRatio / se;
  const margin = se * normalQuantile((1 + level) / 2);
  const ci = { low: Math.exp(logRatio - margin), high: Math.exp(logRatio + margin), level };
  const estimate = Math.exp(logRatio);
  return {
    method,
    statistic: { name: 'z', value: z },
    df: null,
    p: 2 * normalTail(Math.abs(z)),
    estimate,
    ci,
    effect: effectOf(estimate, ci),
    n,
  };
}
