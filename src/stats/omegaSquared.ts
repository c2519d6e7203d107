import type { EffectSize } from '../domain/testResult.js';
import { varianceParts } from './varianceParts.js';
import { varianceShare } from './varianceShare.js';

/**
 * Omega squared of a one-way layout (Hays 1963): the share of variance between groups in the population, nearly
 * without bias. Can be slightly negative.
 *
 * @returns null where there are fewer than 2 groups, no spare observation, or nothing varies.
 * @example
 * omegaSquared([[1, 2], [3, 4]])?.value; // 0.6364
 */
export function omegaSquared(groups: readonly ArrayLike<number>[]): EffectSize | null {
  const { between, within, dfBetween, dfWithin } = varianceParts(groups);
  if (dfBetween < 1 || dfWithin < 1 || !(between + within > 0)) return null;
  const error = within / dfWithin;
  return varianceShare('omega squared', (between - dfBetween * error) / (between + within + error));
}
