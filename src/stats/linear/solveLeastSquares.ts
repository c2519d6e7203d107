import { gather } from '../gather.js';
import { invertGram, type Inverse } from './cholesky.js';
import { centreValues, designMatrix, type Design } from './designMatrix.js';
import { groupRows, type Grouping } from './grouping.js';
import { apply } from './scores.js';
import { gram, times, transposeTimes } from './sparseMatrix.js';
import { sumOfSquares } from './sumOfSquares.js';
import type { AbsorbedEffect, Term } from './term.js';
import { usableRows } from './usableRows.js';

/** A solved least-squares problem in its internal (centred and scaled) coordinates. */
export interface Solution {
  readonly design: Design;
  /** (X'X)⁻¹. */
  readonly inverse: Inverse;
  readonly beta: Float64Array;
  readonly residuals: Float64Array;
  /** Mean of the outcome over the rows used. */
  readonly outcomeMean: number;
  readonly residualSquares: number;
  /** Sum of squares of the outcome around its mean. */
  readonly totalSquares: number;
  readonly n: number;
  /** Columns kept plus groups absorbed. */
  readonly parameters: number;
  readonly absorbed: Grouping | null;
  readonly clusters: Grouping | null;
}

/** What the fit is made of; see {@link leastSquares}. */
export interface Problem {
  readonly outcome: ArrayLike<number>;
  readonly terms: readonly Term[];
  readonly absorb?: AbsorbedEffect;
  readonly clusters?: Int32Array;
}

/** Residuals below this share of the outcome's squares are rounding. */
const PERFECT = 1e-24;

/** Solves the normal equations, with two steps of iterative refinement. */
export function solveLeastSquares(problem: Problem): Solution {
  const { outcome, terms, absorb, clusters } = problem;
  const rows = usableRows(outcome, terms, absorb, clusters);
  const absorbed = absorb ? groupRows(absorb.codes, rows) : null;
  const design = designMatrix(terms, rows, absorbed);
  const y = gather(outcome, rows);
  const outcomeMean = centreValues(y, null);
  const totalSquares = sumOfSquares(y);
  if (absorbed) centreValues(y, absorbed);
  const inverse = invertGram(gram(design.matrix), design.matrix.columns);
  const beta = new Float64Array(design.matrix.columns);
  let residuals = y;
  for (let step = 0; step < 3; step += 1) {
    const change = apply(inverse.matrix, transposeTimes(design.matrix, residuals));
    change.forEach((value, column) => (beta[column] += value));
    residuals = difference(y, times(design.matrix, beta));
  }
  // A perfect fit leaves rounding only, which must not pass for a tiny error.
  if (sumOfSquares(residuals) <= PERFECT * totalSquares) residuals = new Float64Array(y.length);
  return {
    design,
    inverse,
    beta,
    residuals,
    outcomeMean,
    residualSquares: sumOfSquares(residuals),
    totalSquares,
    n: rows.length,
    parameters: inverse.rank + (absorbed?.groups ?? 0),
    absorbed,
    clusters: clusters ? groupRows(clusters, rows) : null,
  };
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(a.length);
  for (let i = 0; i < a.length; i += 1) result[i] = a[i] - b[i];
  return result;
}
