import type { EffectSize, TestResult } from '../domain/testResult.js';
import { chiSquaredTail } from './distributions/chiSquaredTail.js';
import { effectLabel } from './effectLabel.js';
import { untestable } from './untestable.js';

export interface ChiSquaredOptions {
  /** Yates' continuity correction of 2 × 2 tables; off if left out. */
  readonly continuity?: boolean;
  /** Cramér's V with the bias correction of Bergsma (2013); on if left out. */
  readonly biasCorrected?: boolean;
}

/**
 * Pearson's chi-squared test of independence in a table of counts. Assumes independent observations and expected
 * counts of about 5 or more. The effect is Cramér's V, labelled by Cohen's w thresholds over √(min(rows, columns) − 1).
 *
 * Rows and columns without counts are left out. Untestable (NaN) where fewer than 2 of either remain. Checked against scipy
 * `chi2_contingency` and `contingency.association`.
 *
 * @param table rows of counts, all of one length.
 * @example
 * chiSquared([[10, 20], [30, 5]]).statistic.value; // 18.726
 */
export function chiSquared(
  table: readonly (readonly number[])[],
  options: ChiSquaredOptions = {},
): TestResult {
  const method = `chi-squared test${options.continuity ? ' with continuity correction' : ''}`;
  const rows = table.filter((row) => row.some((count) => count > 0));
  const width = Math.max(0, ...table.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, j) => j).filter((j) =>
    rows.some((row) => row[j] > 0),
  );
  const rowSums = rows.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columnSums = columns.map((j) => rows.reduce((sum, row) => sum + row[j], 0));
  const n = rowSums.reduce((sum, count) => sum + count, 0);
  const df = (rows.length - 1) * (columns.length - 1);
  if (rows.length < 2 || columns.length < 2) return untestable(method, 'chi-squared', n);
  const shift = options.continuity && df === 1 ? 0.5 : 0;
  let statistic = 0;
  rows.forEach((row, i) => {
    columns.forEach((j, k) => {
      const expected = (rowSums[i] * columnSums[k]) / n;
      const distance = Math.abs(row[j] - expected);
      statistic += (distance - Math.min(shift, distance)) ** 2 / expected;
    });
  });
  return {
    method,
    statistic: { name: 'chi-squared', value: statistic },
    df,
    p: chiSquaredTail(statistic, df),
    estimate: null,
    ci: null,
    effect: cramersV(statistic, n, rows.length, columns.length, options.biasCorrected ?? true),
    n,
  };
}

function cramersV(
  statistic: number,
  n: number,
  r: number,
  c: number,
  corrected: boolean,
): EffectSize {
  const shrink = (k: number): number => (corrected ? k - (k - 1) ** 2 / (n - 1) : k);
  const byChance = corrected ? ((r - 1) * (c - 1)) / (n - 1) : 0;
  const phi = Math.max(0, statistic / n - byChance);
  const value = Math.sqrt(phi / (Math.min(shrink(r), shrink(c)) - 1));
  const root = Math.sqrt(Math.min(r, c) - 1);
  const thresholds = [0.1 / root, 0.3 / root, 0.5 / root] as const;
  const source = 'Cohen (1988): w of 0.1, 0.3, 0.5, over √(min(rows, columns) − 1)';
  return {
    name: corrected ? "Cramér's V, bias-corrected" : "Cramér's V",
    value,
    ci: null,
    label: effectLabel(value, { source, thresholds }),
    rule: source,
  };
}
