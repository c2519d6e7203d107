import type { TestResult } from '../domain/testResult.js';
import { fTail } from './distributions/fTail.js';
import { etaSquared } from './etaSquared.js';
import { untestable } from './untestable.js';
import { varianceParts } from './varianceParts.js';

/**
 * One-way analysis of variance: are the means of several groups equal? Assumes independent values, about normal, with
 * one variance; otherwise use {@link welchAnova}. The effect is eta squared.
 *
 * Missing values and then empty groups are left out. Untestable (NaN) with fewer than 2 groups, no spare observation, or
 * no variation within groups. Checked against scipy `f_oneway`.
 *
 * @example
 * anova([[1, 2, 3], [2, 3, 4], [5, 6, 7]]).statistic.value; // 13
 */
export function anova(groups: readonly ArrayLike<number>[]): TestResult {
  const method = 'one-way analysis of variance';
  const { n, between, within, dfBetween, dfWithin } = varianceParts(groups);
  if (dfBetween < 1 || dfWithin < 1 || !(within > 0)) return untestable(method, 'F', n);
  const f = between / dfBetween / (within / dfWithin);
  return {
    method,
    statistic: { name: 'F', value: f },
    df: [dfBetween, dfWithin],
    p: fTail(f, dfBetween, dfWithin),
    estimate: null,
    ci: null,
    effect: etaSquared(groups),
    n,
  };
}
