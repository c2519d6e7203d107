import { moments } from './moments.js';
import { present } from './present.js';

/** The variation of grouped values, split between and within groups. */
export interface VarianceParts {
  readonly n: number;
  /** Groups with at least one value. */
  readonly groups: number;
  readonly between: number;
  readonly within: number;
  readonly dfBetween: number;
  readonly dfWithin: number;
}

/** Sums of squares of a one-way layout; missing values and empty groups are left out. */
export function varianceParts(groups: readonly ArrayLike<number>[]): VarianceParts {
  const parts = groups.map((group) => moments(present(group))).filter(({ n }) => n > 0);
  const n = parts.reduce((sum, part) => sum + part.n, 0);
  const mean = parts.reduce((sum, part) => sum + part.n * part.mean, 0) / n;
  return {
    n,
    groups: parts.length,
    between: parts.reduce((sum, part) => sum + part.n * (part.mean - mean) ** 2, 0),
    within: parts.reduce((sum, part) => sum + part.squares, 0),
    dfBetween: parts.length - 1,
    dfWithin: n - parts.length,
  };
}
