import type { EffectSize, Interval } from '../../domain/testResult.js';

const DIFFERENCE_BOUNDS = [0.2, 0.5, 0.8] as const;
const CORRELATION_BOUNDS = [0.1, 0.3, 0.5] as const;
const LABELS = ['negligible', 'small', 'medium', 'large'] as const;

/** The label of an interval: that of its end nearest zero, so that a word never says more than the interval does. */
function labelOf(ci: Interval, bounds: readonly number[]): string {
  const nearest = ci.low <= 0 && ci.high >= 0 ? 0 : Math.min(Math.abs(ci.low), Math.abs(ci.high));
  return LABELS[bounds.filter((bound) => nearest >= bound).length] ?? 'large';
}

const RULE_END = 'read at the end of the interval nearest zero';

/** A difference in residual standard deviations (an adjusted Cohen's d). */
export function standardisedDifference(
  estimate: number,
  ci: Interval,
  residualSd: number,
): EffectSize | null {
  if (!(residualSd > 0)) return null;
  const scaled = scale(ci, 1 / residualSd);
  return {
    name: 'adjusted standardised difference',
    value: estimate / residualSd,
    ci: scaled,
    label: labelOf(scaled, DIFFERENCE_BOUNDS),
    rule: `Cohen (1988): 0.2, 0.5, 0.8; ${RULE_END}`,
  };
}

/** A slope as standard deviations of the outcome per standard deviation of the exposure. */
export function standardisedSlope(
  estimate: number,
  ci: Interval,
  sd: { readonly exposure: number; readonly outcome: number },
): EffectSize | null {
  if (!(sd.outcome > 0)) return null;
  const factor = sd.exposure / sd.outcome;
  const scaled = scale(ci, factor);
  return {
    name: 'standardised slope',
    value: estimate * factor,
    ci: scaled,
    label: labelOf(scaled, CORRELATION_BOUNDS),
    rule: `Cohen (1988) for correlations: 0.1, 0.3, 0.5; ${RULE_END}`,
  };
}

/** A correlation is its own size. */
export function correlationSize(value: number, ci: Interval): EffectSize {
  return {
    name: 'rank correlation',
    value,
    ci,
    label: labelOf(ci, CORRELATION_BOUNDS),
    rule: `Cohen (1988): 0.1, 0.3, 0.5; ${RULE_END}`,
  };
}

function scale(ci: Interval, factor: number): Interval {
  return { low: ci.low * factor, high: ci.high * factor, level: ci.level };
}
