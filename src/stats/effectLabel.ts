/** A published rule that puts words to the size of an effect. */
export interface EffectRule {
  readonly source: string;
  /** Where small, medium and large begin, in absolute value. */
  readonly thresholds: readonly [small: number, medium: number, large: number];
}

/** The rules in use, by kind of effect. */
export const EFFECT_RULES = {
  standardisedDifference: { source: 'Cohen (1988): 0.2, 0.5, 0.8', thresholds: [0.2, 0.5, 0.8] },
  correlation: { source: 'Cohen (1988): 0.1, 0.3, 0.5', thresholds: [0.1, 0.3, 0.5] },
  varianceShare: { source: 'Cohen (1988): 0.01, 0.06, 0.14', thresholds: [0.01, 0.06, 0.14] },
  dominance: {
    source: 'Romano et al. (2006): 0.147, 0.33, 0.474',
    thresholds: [0.147, 0.33, 0.474],
  },
} as const satisfies Readonly<Record<string, EffectRule>>;

/**
 * The word for an effect: "negligible", "small", "medium" or "large"; "undefined" for NaN.
 *
 * @example
 * effectLabel(-0.6, EFFECT_RULES.standardisedDifference); // 'medium'
 */
export function effectLabel(value: number, rule: EffectRule): string {
  const size = Math.abs(value);
  if (Number.isNaN(size)) return 'undefined';
  const [small, medium, large] = rule.thresholds;
  if (size < small) return 'negligible';
  if (size < medium) return 'small';
  return size < large ? 'medium' : 'large';
}
