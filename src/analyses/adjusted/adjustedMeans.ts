import type { Interval, TestResult } from '../../domain/testResult.js';
import { gather } from '../../stats/gather.js';
import { gatherCodes } from '../../stats/gatherCodes.js';
import { leastSquares, type LeastSquaresFit, type Term } from '../../stats/leastSquares.js';
import { denseCodes, type Clusters } from './clusters.js';
import type { Confounder } from './confounders.js';
import { absorbedOf, errorsFor, termsOf } from './fitExposure.js';

/** The mean of one level as it would be if every level had the same mix of confounders. */
export interface AdjustedMean {
  readonly level: number;
  readonly n: number;
  readonly crude: number;
  readonly mean: number;
  readonly ci: Interval | null;
}

export interface AdjustedMeans {
  readonly means: readonly AdjustedMean[];
  /** Joint test that all levels are alike; null with fewer than two levels. */
  readonly test: TestResult | null;
}

/** What is compared: outcome and confounders over rows of the feature table. */
export interface LevelComparison {
  readonly rows: Int32Array;
  readonly outcome: Float64Array;
  readonly confounders: readonly Confounder[];
}

/**
 * Means of an outcome by level, adjusted for confounders: the overall mean plus each level's deviation from it, from least squares
 * with weighted deviation coding, whose coefficients carry their own cluster-robust intervals.
 *
 * The interval is that of the deviation; the overall mean is taken as given.
 *
 * @param codes level of each row of the feature table (by table row), −1 for none; such rows are left out
 */
export function adjustedMeans(
  comparison: LevelComparison,
  codes: Int32Array,
  clusters: Clusters,
): AdjustedMeans {
  const levels = [...new Set(gatherCodes(codes, comparison.rows))]
    .filter((code) => code >= 0)
    .sort((a, b) => a - b);
  const counts = levels.map((level) =>
    comparison.rows.reduce((n, row) => n + (codes[row] === level ? 1 : 0), 0),
  );
  const overall = meanWhere(comparison, (row) => (codes[row] ?? -1) >= 0);
  const crude = levels.map((level) => meanWhere(comparison, (row) => codes[row] === level));
  const plain = levels.map((level, i) => ({ level, n: counts[i], crude: crude[i] }));
  if (levels.length < 2) {
    return { means: plain.map((one) => ({ ...one, mean: overall, ci: null })), test: null };
  }
  // The reference level has no column of its own; a second fit with another reference gives it one.
  const [last, first] = [levels.length - 1, 0].map((reference) =>
    deviationFit(comparison, codes, levels, counts, reference, clusters),
  ) as [LeastSquaresFit, LeastSquaresFit];
  const means = plain.map((one, i) => {
    const { estimate, ci } = (i === levels.length - 1 ? first : last).coefficient(
      columnName(one.level),
    );
    const known = Number.isFinite(estimate);
    return {
      ...one,
      mean: known ? overall + estimate : one.crude,
      ci: known && Number.isFinite(ci.low) ? shift(ci, overall) : null,
    };
  });
  const names = levels
    .slice(0, -1)
    .map(columnName)
    .filter((id) => !last.dropped.includes(id));
  return { means, test: last.wald(names) };
}

function deviationFit(
  { rows, outcome, confounders }: LevelComparison,
  codes: Int32Array,
  levels: readonly number[],
  counts: readonly number[],
  reference: number,
  clusters: Clusters,
): LeastSquaresFit {
  const base = levels[reference];
  const columns = levels.flatMap((level, i): Term[] => {
    if (i === reference) return [];
    const share = counts[i] / counts[reference];
    const values = new Float64Array(rows.length);
    rows.forEach((row, at) => {
      values[at] = deviationCode(codes[row] ?? -1, level, base, share);
    });
    return [{ kind: 'number', name: columnName(level), values }];
  });
  const absorbed = absorbedOf(confounders, rows);
  return leastSquares({
    outcome: gather(outcome, rows),
    terms: [
      ...confounders.filter((item) => item !== absorbed).flatMap((item) => termsOf(item, rows)),
      ...columns,
    ],
    ...(absorbed
      ? { absorb: { name: absorbed.id, codes: denseCodes(rows, absorbed.codes).codes } }
      : {}),
    ...(clusters.by === null ? {} : { clusters: clusters.codes }),
    errors: errorsFor(clusters),
  });
}

function deviationCode(code: number, level: number, base: number, share: number): number {
  if (code < 0) return Number.NaN;
  if (code === level) return 1;
  return code === base ? -share : 0;
}

function columnName(level: number): string {
  return `level ${level}`;
}

function meanWhere({ rows, outcome }: LevelComparison, test: (row: number) => boolean): number {
  let sum = 0;
  let n = 0;
  for (const row of rows) {
    if (!test(row)) continue;
    sum += outcome[row];
    n += 1;
  }
  return n === 0 ? Number.NaN : sum / n;
}

function shift(ci: Interval, by: number): Interval {
  return { low: ci.low + by, high: ci.high + by, level: ci.level };
}
