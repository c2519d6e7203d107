import type { EffectSize } from '../domain/testResult.js';
import { varianceParts } from './varianceParts.js';
import { varianceShare } from './varianceShare.js';

/**
 * Eta squared of a one-way layout: the share of the values' variation that lies between groups. Biased upwards in
 * small samples; see {@link omegaSquared} and {@link epsilonSquared}.
 *
 * @returns null where there are fewer than 2 groups or nothing varies.
 * @example
 * etaSquared([[1, 2], [3, 4]])?.value; // 0.8
 */
export function etaSquared(groups: readonly ArrayLike<number>[]): EffectSize | null {
  const { between, within, dfBetween } = varianceParts(groups);
  if (dfBetween < 1 || !(between + within > 0)) return null;
  return varianceShare('eta squared', between / (between + within));
}
