import type { TestResult } from '../domain/testResult.js';
import { fTail } from './distributions/fTail.js';
import { moments } from './moments.js';
import { omegaSquared } from './omegaSquared.js';
import { present } from './present.js';
import { untestable } from './untestable.js';

/**
 * Welch's analysis of variance: are the means of several groups equal, where their variances may differ? Assumes
 * independent values and means that are about normal. The effect is omega squared.
 *
 * Missing values are left out, and so are groups with fewer than 2 values. Untestable (NaN) with fewer than 2 such groups
 * or one without variation. Welch (1951); checked against statsmodels `anova_oneway(use_var='unequal')`.
 *
 * @example
 * welchAnova([[1, 2, 3], [2, 4, 6], [5, 6, 7]]).df; // [2, 3.789]
 */
export function welchAnova(groups: readonly ArrayLike<number>[]): TestResult {
  const method = "Welch's analysis of variance";
  const parts = groups.map((group) => moments(present(group))).filter((part) => part.n >= 2);
  const n = parts.reduce((sum, part) => sum + part.n, 0);
  const k = parts.length;
  if (k < 2 || parts.some(({ variance }) => !(variance > 0))) return untestable(method, 'F', n);
  const weights = parts.map((part) => part.n / part.variance);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = parts.reduce((sum, part, i) => sum + weights[i] * part.mean, 0) / total;
  const between = parts.reduce((sum, part, i) => sum + weights[i] * (part.mean - mean) ** 2, 0);
  const spread = parts.reduce(
    (sum, part, i) => sum + (1 - weights[i] / total) ** 2 / (part.n - 1),
    0,
  );
  const f = between / (k - 1) / (1 + (2 * (k - 2) * spread) / (k * k - 1));
  const df = [k - 1, (k * k - 1) / (3 * spread)] as const;
  return {
    method,
    statistic: { name: 'F', value: f },
    df,
    p: fTail(f, df[0], df[1]),
    estimate: null,
    ci: null,
    effect: omegaSquared(groups),
    n,
  };
}
