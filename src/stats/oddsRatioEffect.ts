import type { EffectSize, Interval } from '../domain/testResult.js';
import { effectLabel } from './effectLabel.js';

const SOURCE = 'Chen, Cohen and Chen (2010): 1.68, 3.47, 6.71 or their inverses';
const THRESHOLDS = [Math.log(1.68), Math.log(3.47), Math.log(6.71)] as const;

/** An odds ratio as an effect size; the label is the same for a ratio and its inverse. */
export function oddsRatioEffect(value: number, ci: Interval | null): EffectSize {
  const label = effectLabel(Math.log(value), { source: SOURCE, thresholds: THRESHOLDS });
  return { name: 'odds ratio', value, ci, label, rule: SOURCE };
}
