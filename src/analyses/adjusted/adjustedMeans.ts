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
 * by combinations of its coefficients that carry their own cluster-robust intervals.
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
  const fit = levelFit(comparison, codes, levels, clusters);
  const known = plain.filter(({ level }) => !fit.dropped.includes(columnName(level)));
  const rows = known.reduce((sum, { n }) => sum + n, 0);
  const means = plain.map((one) => {
    if (!known.includes(one)) return { ...one, mean: one.crude, ci: null };
    const { estimate, ci } = fit.combination(
      columnName(one.level),
      deviationWeights(one, known.slice(1), rows),
    );
    return {
      ...one,
      mean: overall + estimate,
      ci: Number.isFinite(ci.low) ? shift(ci, overall) : null,
    };
  });
  const names = known.slice(1).map(({ level }) => columnName(level));
  return { means, test: fit.wald(names) };
}

/** The first level is the reference of all others. */
function levelFit(
  { rows, outcome, confounders }: LevelComparison,
  codes: Int32Array,
  levels: readonly number[],
  clusters: Clusters,
): LeastSquaresFit {
  const places = new Map(levels.map((level, place) => [level, place]));
  const absorbed = absorbedOf(confounders, rows);
  const level: Term = {
    kind: 'category',
    name: LEVEL,
    codes: rows.map((row) => places.get(codes[row]) ?? -1),
    levels: levels.map(String),
  };
  return leastSquares({
    outcome: gather(outcome, rows),
    terms: [
      ...confounders.filter((item) => item !== absorbed).flatMap((item) => termsOf(item, rows)),
      level,
    ],
    ...(absorbed
      ? { absorb: { name: absorbed.id, codes: denseCodes(rows, absorbed.codes).codes } }
      : {}),
    ...(clusters.by === null ? {} : { clusters: clusters.codes }),
    errors: errorsFor(clusters),
  });
}

/**
 * A level's own coefficient less the mean of all, each level counting with its rows.
 *
 * @param others levels with a coefficient, all but the reference
 * @param rows of all levels, the reference included
 */
function deviationWeights(
  { level }: { readonly level: number },
  others: readonly { readonly level: number; readonly n: number }[],
  rows: number,
): ReadonlyMap<string, number> {
  return new Map(
    others.map((other) => [
      columnName(other.level),
      (other.level === level ? 1 : 0) - other.n / rows,
    ]),
  );
}

const LEVEL = 'level';

function columnName(level: number): string {
  return `${LEVEL}=${level}`;
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
