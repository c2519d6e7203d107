import type { EffectSize } from '../domain/testResult.js';
import { EFFECT_RULES, effectLabel } from './effectLabel.js';

/** An effect size that is a share of variance, with Cohen's label. */
export function varianceShare(name: string, value: number): EffectSize {
  const rule = EFFECT_RULES.varianceShare;
  return { name, value, ci: null, label: effectLabel(value, rule), rule: rule.source };
}
