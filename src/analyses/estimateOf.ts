import type { Estimate } from '../domain/finding.js';
import type { LeastSquaresFit } from '../stats/leastSquares.js';

/**
 * One coefficient of a fit as an estimate; without an interval where the fit leaves no residual to judge it by.
 *
 * @returns null where the data do not determine the coefficient
 */
export function estimateOf(fit: LeastSquaresFit, name: string): Estimate | null {
  const { estimate, ci } = fit.coefficient(name);
  if (!Number.isFinite(estimate)) return null;
  return { estimate, ci: Number.isFinite(ci.low) ? ci : null };
}
