import type { TestResult } from '../domain/testResult.js';
import { chiSquaredTail } from './distributions/chiSquaredTail.js';
import { EFFECT_RULES, effectLabel } from './effectLabel.js';
import { present } from './present.js';
import { tieSums } from './tieSums.js';
import { untestable } from './untestable.js';

/**
 * Kruskal–Wallis test: do several samples come from one distribution? H is corrected for ties and compared with
 * chi-squared with groups − 1 degrees of freedom (a good approximation with 5 or more values in each group). The effect is
 * the rank epsilon squared H/(n − 1), the share of the ranks' variance between groups.
 *
 * Missing values and then empty groups are left out. Untestable (NaN) with fewer than 2 groups, fewer than 3 values, or all
 * values equal. Checked against scipy `kruskal`.
 *
 * @example
 * kruskalWallis([[1, 2, 3], [4, 5, 6], [7, 8, 9]]).statistic.value; // 7.2
 */
export function kruskalWallis(groups: readonly ArrayLike<number>[]): TestResult {
  const method = 'Kruskal–Wallis test';
  const samples = groups.map(present).filter((sample) => sample.length > 0);
  const n = samples.reduce((sum, sample) => sum + sample.length, 0);
  const { cubes, rankSums } = tieSums(samples);
  const correction = 1 - cubes / (n ** 3 - n);
  if (samples.length < 2 || n < 3 || !(correction > 0)) return untestable(method, 'H', n);
  let between = 0;
  samples.forEach((sample, s) => {
    between += sample.length * (rankSums[s] / sample.length - (n + 1) / 2) ** 2;
  });
  const h = ((12 / (n * (n + 1))) * between) / correction;
  const df = samples.length - 1;
  const value = h / (n - 1);
  const rule = EFFECT_RULES.varianceShare;
  return {
    method,
    statistic: { name: 'H', value: h },
    df,
    p: chiSquaredTail(h, df),
    estimate: null,
    ci: null,
    effect: {
      name: 'rank epsilon squared',
      value,
      ci: null,
      label: effectLabel(value, rule),
      rule: rule.source,
    },
    n,
  };
}
