import type { EffectSize } from '../domain/testResult.js';
import { varianceParts } from './varianceParts.js';
import { varianceShare } from './varianceShare.js';

/**
 * Epsilon squared of a one-way layout (Kelley 1935): eta squared less the part that chance explains. Can be
 * slightly negative.
 *
 * @returns null where there are fewer than 2 groups, no spare observation, or nothing varies.
 * @example
 * epsilonSquared([[1, 2], [3, 4]])?.value; // 0.7
 */
export function epsilonSquared(groups: readonly ArrayLike<number>[]): EffectSize | null {
  const { between, within, dfBetween, dfWithin } = varianceParts(groups);
  if (dfBetween < 1 || dfWithin < 1 || !(between + within > 0)) return null;
  const byChance = dfBetween * (within / dfWithin);
  return varianceShare('epsilon squared', (between - byChance) / (between + within));
}
