import type { Interval, TestResult } from '../domain/testResult.js';
import { fTail } from './distributions/fTail.js';
import { studentQuantile } from './distributions/studentQuantile.js';
import { studentTail } from './distributions/studentTail.js';
import { invertGram } from './linear/cholesky.js';
import { covariance, type Covariance, type ErrorKind } from './linear/covariance.js';
import { INTERCEPT } from './linear/designMatrix.js';
import { apply } from './linear/scores.js';
import { solveLeastSquares, type Problem, type Solution } from './linear/solveLeastSquares.js';
import { untestable } from './untestable.js';

export type { AbsorbedEffect, Term } from './linear/term.js';

export interface LeastSquaresOptions extends Problem {
  readonly errors: ErrorKind;
  /** Confidence level of intervals, 0.95 if left out. */
  readonly level?: number;
}

/** One coefficient with its uncertainty; all NaN where the data do not determine it. */
export interface Coefficient {
  readonly name: string;
  readonly estimate: number;
  readonly se: number;
  readonly df: number;
  readonly t: number;
  readonly p: number;
  readonly ci: Interval;
}

export interface LeastSquaresFit {
  /** For example "least squares, errors robust to clusters (CR2)". */
  readonly method: string;
  /** What was computed: CR2 falls back to CR1 where clusters are too large. */
  readonly errors: ErrorKind;
  /** Rows that entered. */
  readonly n: number;
  readonly clusters: number | null;
  /** Columns estimated, the constant and absorbed groups included. */
  readonly parameters: number;
  /** n − parameters. */
  readonly df: number;
  /** Share of the outcome's variance around its mean that columns and absorbed groups explain. */
  readonly r2: number;
  readonly residualSd: number;
  /** Names without an estimate: collinear, constant, or levels without rows. */
  readonly dropped: readonly string[];
  /** The coefficient of a number (`year`), of a level against its reference (`genre=rock`), or `intercept`. */
  coefficient(name: string): Coefficient;
  /** The sum of coefficients, each times its weight, under a name of its own; NaN where one of them was dropped. */
  combination(name: string, weights: ReadonlyMap<string, number>): Coefficient;
  /** Joint F test that all the named coefficients are zero. */
  wald(names: readonly string[]): TestResult;
}

const METHODS: Readonly<Record<ErrorKind, string>> = {
  classical: 'classical errors',
  HC1: 'errors robust to unequal variance (HC1)',
  CR1: 'errors robust to clusters (CR1)',
  CR2: 'errors robust to clusters (CR2, Satterthwaite degrees of freedom)',
};

/** A variance below this share of the classical one is rounding. */
const ROUNDING = 1e-18;

/**
 * Ordinary least squares with numeric and categorical terms, optionally one absorbed fixed effect, and classical,
 * heteroskedasticity-robust or cluster-robust errors.
 *
 * Rows in which any number is not finite or any code is −1 are left out; `n` says how many entered. A category
 * gives one coefficient `term=level` for every level but its reference. Columns that earlier ones explain are listed in
 * `dropped`, and so are the levels of a term whose declared reference has no rows; their coefficients are NaN.
 *
 * - `classical`: σ² (X'X)⁻¹, t with n − parameters degrees of freedom.
 * - `HC1`: White's sandwich times n / (n − parameters).
 * - `CR1`: clusters' scores, times G/(G − 1) · (n − 1)/(n − parameters); t with G − 1 degrees of freedom. Absorbed groups
 *   nested in the clusters are not counted as parameters.
 * - `CR2`: Bell and McCaffrey (2002), Satterthwaite degrees of freedom; good with few or unequal clusters. It falls back to CR1,
 *   and `method` says so, where Σ size³ of the clusters exceeds 2·10⁸, Σ size² 2·10⁷, or more than 1,500 groups are absorbed.
 *   Joint tests under CR1 and CR2 use G − 1 denominator degrees of freedom.
 *
 * Checked against statsmodels 0.15 (`OLS.fit`, `cov_type` nonrobust, HC1, cluster) and, for CR2, a direct numpy
 * implementation of the definition.
 *
 * @throws Error where a name is unknown, columns differ in length, or cluster errors lack clusters.
 * @example
 * const fit = leastSquares({
 *   outcome: [1, 2, 4, 3, 6],
 *   terms: [{ kind: 'number', name: 'x', values: [0, 1, 2, 3, 4] }],
 *   errors: 'classical',
 * });
 * fit.coefficient('x').estimate; // 1.1
 */
export function leastSquares(options: LeastSquaresOptions): LeastSquaresFit {
  const level = options.level ?? 0.95;
  const solution = solveLeastSquares(options);
  const errors = covariance(solution, options.errors);
  const { n, parameters, totalSquares, residualSquares, clusters } = solution;
  const df = n - parameters;
  const fallback =
    errors.kind === options.errors ? '' : `, ${options.errors} not feasible for these clusters`;
  const method = `least squares, ${METHODS[errors.kind]}${fallback}`;
  const dropped = droppedNames(solution);
  return {
    method,
    errors: errors.kind,
    n,
    clusters: clusters?.groups ?? null,
    parameters,
    df,
    r2: totalSquares > 0 ? 1 - residualSquares / totalSquares : NaN,
    residualSd: df > 0 ? Math.sqrt(residualSquares / df) : NaN,
    dropped,
    coefficient: (name) =>
      combination(solution, errors, dropped, { name, weights: new Map([[name, 1]]), level }),
    combination: (name, weights) =>
      combination(solution, errors, dropped, { name, weights, level }),
    wald: (names) => wald(solution, errors, dropped, names, method),
  };
}

function droppedNames(solution: Solution): readonly string[] {
  const { design, inverse } = solution;
  const collinear = design.columns.flatMap(({ name }, i) => (inverse.kept[i] ? [] : [name]));
  return [...design.empty, ...collinear];
}

/** Weights over the internal columns that give the named coefficient; null where it was dropped. */
function contrastOf(
  solution: Solution,
  dropped: readonly string[],
  name: string,
): Float64Array | null {
  const { columns, intercept } = solution.design;
  const at = columns.findIndex((column) => column.name === name);
  if (dropped.includes(name)) return null;
  if (at < 0) {
    const known = columns.map((column) => column.name).join(', ');
    throw new Error(`the fit has no coefficient "${name}"; it has ${known}`);
  }
  const contrast = new Float64Array(columns.length);
  contrast[at] = 1 / columns[at].scale;
  if (intercept && name === INTERCEPT) {
    columns.forEach(({ centre, scale }, i) => {
      if (i > 0 && solution.inverse.kept[i]) contrast[i] = -centre / scale;
    });
  }
  return contrast;
}

interface Combination {
  readonly name: string;
  readonly weights: ReadonlyMap<string, number>;
  readonly level: number;
}

function combination(
  solution: Solution,
  errors: Covariance,
  dropped: readonly string[],
  { name, weights, level }: Combination,
): Coefficient {
  const contrast = weightedContrast(solution, dropped, weights);
  if (!contrast) {
    const ci = { low: NaN, high: NaN, level };
    return { name, estimate: NaN, se: NaN, df: NaN, t: NaN, p: NaN, ci };
  }
  const shift = (weights.get(INTERCEPT) ?? 0) * solution.outcomeMean;
  const estimate = dot(contrast, solution.beta) + shift;
  const variance = varianceOf(solution, errors, contrast);
  const df = Number.isNaN(variance) ? NaN : errors.degreesOfFreedom(contrast);
  const se = Number.isNaN(df) ? NaN : Math.sqrt(variance);
  const t = estimate / se;
  const margin = se * studentQuantile((1 + level) / 2, df);
  const ci = { low: estimate - margin, high: estimate + margin, level };
  return { name, estimate, se, df, t, p: 2 * studentTail(Math.abs(t), df), ci };
}

function weightedContrast(
  solution: Solution,
  dropped: readonly string[],
  weights: ReadonlyMap<string, number>,
): Float64Array | null {
  const sum = new Float64Array(solution.design.columns.length);
  for (const [name, weight] of weights) {
    const contrast = contrastOf(solution, dropped, name);
    if (!contrast) return null;
    contrast.forEach((value, column) => (sum[column] += weight * value));
  }
  return sum;
}

/** NaN where nothing but rounding is left: the rows that determine the contrast fit exactly. */
function varianceOf(solution: Solution, errors: Covariance, contrast: Float64Array): number {
  const { inverse, residualSquares, n, parameters } = solution;
  const variance = dot(contrast, apply(errors.matrix, contrast));
  const classical =
    (dot(contrast, apply(inverse.matrix, contrast)) * residualSquares) / (n - parameters);
  return variance > ROUNDING * classical ? variance : NaN;
}

function wald(
  solution: Solution,
  errors: Covariance,
  dropped: readonly string[],
  names: readonly string[],
  method: string,
): TestResult {
  const label = `joint F test, ${method}`;
  const contrasts = names.flatMap((name) => contrastOf(solution, dropped, name) ?? []);
  const size = contrasts.length;
  const values = Float64Array.from(contrasts, (contrast) => dot(contrast, solution.beta));
  const images = contrasts.map((contrast) => apply(errors.matrix, contrast));
  const variance = Float64Array.from(
    contrasts.flatMap((a) => images.map((image) => dot(a, image))),
  );
  const inverse = invertGram(variance, size);
  if (size === 0 || inverse.rank < size) return untestable(label, 'F', solution.n);
  const f = dot(values, apply(inverse.matrix, values)) / size;
  const df = [size, errors.jointDf] as const;
  return {
    method: label,
    statistic: { name: 'F', value: f },
    df,
    p: fTail(f, size, errors.jointDf),
    estimate: null,
    ci: null,
    effect: null,
    n: solution.n,
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i] * b[i];
  return sum;
}
