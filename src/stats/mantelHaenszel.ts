import type { Interval, TestResult } from '../domain/testResult.js';
import { contingencyTotal, type Contingency } from './contingency.js';
import { chiSquaredTail } from './distributions/chiSquaredTail.js';
import { normalQuantile } from './distributions/normalQuantile.js';
import { normalTail } from './distributions/normalTail.js';
import { oddsRatioEffect } from './oddsRatioEffect.js';
import { untestable } from './untestable.js';

/** Two views of one stratified comparison. */
export interface MantelHaenszel {
  /** Common odds ratio, with the Cochran–Mantel–Haenszel test. */
  readonly oddsRatio: TestResult;
  /** Common difference of shares (exposed − unexposed, 0–1), with a Wald test. */
  readonly riskDifference: TestResult;
  /** Strata in which exposed and unexposed stand side by side. */
  readonly strata: number;
}

/** One stratum: a, b exposed with and without the outcome; c, d unexposed. */
interface Stratum {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly n: number;
}

/**
 * Mantel–Haenszel comparison of exposed and unexposed inside strata, pooled: what is left of a difference when like is
 * compared with like. Valid for many sparse strata as for few large ones; assumes independent observations and an effect that
 * is about the same in each.
 *
 * Odds ratio with the Robins–Breslow–Greenland (1986) interval and the Cochran–Mantel–Haenszel test without continuity correction;
 * risk difference with Sato's (1989) variance. Strata without either exposed or unexposed say nothing and are left out, also
 * of `n`. Untestable (NaN) where nothing is left or the variance is 0; the odds ratio is then kept where it is finite. Checked
 * against statsmodels `StratifiedTable`, R `mantelhaen.test`, and the formula in numpy for the risk difference.
 *
 * @example
 * mantelHaenszel([
 *   { exposedCases: 10, exposedOthers: 20, unexposedCases: 5, unexposedOthers: 40 },
 *   { exposedCases: 8, exposedOthers: 8, unexposedCases: 6, unexposedOthers: 12 },
 * ]).oddsRatio.estimate; // 2.95
 */
export function mantelHaenszel(tables: readonly Contingency[], level = 0.95): MantelHaenszel {
  const strata = tables
    .map((table) => ({
      a: table.exposedCases,
      b: table.exposedOthers,
      c: table.unexposedCases,
      d: table.unexposedOthers,
      n: contingencyTotal(table),
    }))
    .filter(({ a, b, c, d }) => a + b > 0 && c + d > 0);
  return {
    oddsRatio: commonOddsRatio(strata, level),
    riskDifference: commonRiskDifference(strata, level),
    strata: strata.length,
  };
}

function total(strata: readonly Stratum[], term: (stratum: Stratum) => number): number {
  return strata.reduce((sum, stratum) => sum + term(stratum), 0);
}

function commonOddsRatio(strata: readonly Stratum[], level: number): TestResult {
  const method = 'Mantel–Haenszel odds ratio, Cochran–Mantel–Haenszel test';
  const n = total(strata, (s) => s.n);
  const excess = total(strata, ({ a, b, c, n: m }) => a - ((a + b) * (a + c)) / m);
  const variance = total(strata, ({ a, b, c, d, n: m }) =>
    m > 1 ? ((a + b) * (c + d) * (a + c) * (b + d)) / (m * m * (m - 1)) : 0,
  );
  const ratio =
    total(strata, ({ a, d, n: m }) => (a * d) / m) / total(strata, ({ b, c, n: m }) => (b * c) / m);
  if (!(variance > 0)) return untestable(method, 'chi-squared', n);
  const ci = robinsInterval(strata, ratio, level);
  const statistic = excess ** 2 / variance;
  return {
    method,
    statistic: { name: 'chi-squared', value: statistic },
    df: 1,
    p: chiSquaredTail(statistic, 1),
    estimate: Number.isFinite(ratio) ? ratio : null,
    ci,
    effect: ci && oddsRatioEffect(ratio, ci),
    n,
  };
}

function robinsInterval(strata: readonly Stratum[], ratio: number, level: number): Interval | null {
  const forIt = (s: Stratum): number => (s.a * s.d) / s.n;
  const against = (s: Stratum): number => (s.b * s.c) / s.n;
  const alike = (s: Stratum): number => (s.a + s.d) / s.n;
  const unlike = (s: Stratum): number => (s.b + s.c) / s.n;
  const [r, q] = [total(strata, forIt), total(strata, against)];
  if (!(r > 0 && q > 0)) return null;
  const variance =
    total(strata, (s) => alike(s) * forIt(s)) / (2 * r * r) +
    total(strata, (s) => alike(s) * against(s) + unlike(s) * forIt(s)) / (2 * r * q) +
    total(strata, (s) => unlike(s) * against(s)) / (2 * q * q);
  const margin = Math.sqrt(variance) * normalQuantile((1 + level) / 2);
  return { low: ratio * Math.exp(-margin), high: ratio * Math.exp(margin), level };
}

function commonRiskDifference(strata: readonly Stratum[], level: number): TestResult {
  const method = 'Mantel–Haenszel risk difference';
  const n = total(strata, (s) => s.n);
  const weight = total(strata, ({ a, b, c, d, n: m }) => ((a + b) * (c + d)) / m);
  const difference =
    total(strata, ({ a, b, c, d, n: m }) => (a * (c + d) - c * (a + b)) / m) / weight;
  const variance = satoVariance(strata, difference) / (weight * weight);
  if (!(variance > 0))
    return untestable(method, 'z', n, Number.isNaN(difference) ? null : difference);
  const z = difference / Math.sqrt(variance);
  const margin = Math.sqrt(variance) * normalQuantile((1 + level) / 2);
  return {
    method,
    statistic: { name: 'z', value: z },
    df: null,
    p: 2 * normalTail(Math.abs(z)),
    estimate: difference,
    ci: { low: difference - margin, high: difference + margin, level },
    effect: null,
    n,
  };
}

function satoVariance(strata: readonly Stratum[], difference: number): number {
  const p = total(strata, ({ a, b, c, d, n }) => {
    const [exposed, unexposed] = [a + b, c + d];
    const middle = (exposed * unexposed * (unexposed - exposed)) / 2;
    return (exposed ** 2 * c - unexposed ** 2 * a + middle) / n ** 2;
  });
  const q = total(strata, ({ a, b, c, d, n }) => (a * d + c * b) / (2 * n));
  return difference * p + q;
}
