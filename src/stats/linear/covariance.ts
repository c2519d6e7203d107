import { bellMcCaffrey } from './bellMcCaffrey.js';
import { isNested, type Grouping } from './grouping.js';
import { sandwich, scoreProducts } from './scores.js';
import type { Solution } from './solveLeastSquares.js';

/** How the errors of a least-squares fit are estimated; see {@link leastSquares}. */
export type ErrorKind = 'classical' | 'HC1' | 'CR1' | 'CR2';

/** The covariance of the internal coefficients and how many degrees of freedom a t test on them has. */
export interface Covariance {
  /** What was really computed: CR2 can fall back to CR1. */
  readonly kind: ErrorKind;
  readonly matrix: Float64Array;
  /** Degrees of freedom for the contrast with these weights. */
  degreesOfFreedom(contrast: Float64Array): number;
  /** Degrees of freedom of joint tests. */
  readonly jointDf: number;
}

/** Estimates the covariance; entries are NaN where the data leave no degree of freedom. */
export function covariance(solution: Solution, wanted: ErrorKind): Covariance {
  if (wanted === 'classical' || wanted === 'HC1') return independentRows(solution, wanted);
  const clusters = solution.clusters;
  if (!clusters) throw new Error(`${wanted} errors need clusters`);
  if (wanted === 'CR2') {
    const adjusted = bellMcCaffrey(solution, clusters);
    if (adjusted) return { kind: 'CR2', ...adjusted, jointDf: clusters.groups - 1 };
  }
  return clusterRobust(solution, clusters);
}

function independentRows(solution: Solution, kind: 'classical' | 'HC1'): Covariance {
  const { design, inverse, residuals, residualSquares, n, parameters } = solution;
  const df = n - parameters;
  const size = design.matrix.columns;
  const usable = df > 0 ? 1 : NaN;
  const matrix =
    kind === 'classical'
      ? inverse.matrix.map((value) => value * (residualSquares / df) * usable)
      : sandwich(inverse.matrix, scoreProducts(design.matrix, residuals, eachAlone(n)), size).map(
          (value) => value * (n / df) * usable,
        );
  return { kind, matrix, degreesOfFreedom: () => df, jointDf: df };
}

function eachAlone(n: number): Grouping {
  const members = Int32Array.from({ length: n }, (_, i) => i);
  return {
    groups: n,
    of: members,
    members,
    start: Int32Array.from({ length: n + 1 }, (_, i) => i),
  };
}

function clusterRobust(solution: Solution, clusters: Grouping): Covariance {
  const { design, inverse, residuals, n } = solution;
  const groups = clusters.groups;
  const parameters = countedParameters(solution, clusters);
  const factor =
    groups > 1 && n > parameters ? (groups / (groups - 1)) * ((n - 1) / (n - parameters)) : NaN;
  const filling = scoreProducts(design.matrix, residuals, clusters);
  const matrix = sandwich(inverse.matrix, filling, design.matrix.columns).map(
    (value) => value * factor,
  );
  return { kind: 'CR1', matrix, degreesOfFreedom: () => groups - 1, jointDf: groups - 1 };
}

/** Absorbed groups that lie inside clusters cost the clusters nothing, so they are not counted. */
function countedParameters(solution: Solution, clusters: Grouping): number {
  const { absorbed, inverse, parameters } = solution;
  return absorbed && isNested(absorbed, clusters) ? inverse.rank + 1 : parameters;
}
