import { moments } from './moments.js';
import { present } from './present.js';

/** The difference of two means with Welch's standard error and degrees of freedom. */
export interface Difference {
  readonly estimate: number;
  readonly se: number;
  readonly df: number;
  readonly n: number;
}

/**
 * mean(a) − mean(b) with unequal variances (Welch 1947; Satterthwaite's degrees of freedom). The standard error is NaN
 * where a sample has fewer than 2 values or neither varies.
 */
export function welchDifference(a: ArrayLike<number>, b: ArrayLike<number>): Difference {
  const [first, second] = [moments(present(a)), moments(present(b))];
  const [va, vb] = [first.variance / first.n, second.variance / second.n];
  const variance = va + vb;
  return {
    estimate: first.mean - second.mean,
    se: variance > 0 ? Math.sqrt(variance) : NaN,
    df: variance ** 2 / (va ** 2 / (first.n - 1) + vb ** 2 / (second.n - 1)),
    n: first.n + second.n,
  };
}
