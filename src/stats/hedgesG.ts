import type { EffectSize } from '../domain/testResult.js';
import { normalQuantile } from './distributions/normalQuantile.js';
import { EFFECT_RULES, effectLabel } from './effectLabel.js';
import { moments } from './moments.js';
import { present } from './present.js';

/**
 * Hedges' g of two independent samples: the difference of their means (a − b) in pooled standard deviations,
 * with the small-sample correction J = 1 − 3/(4 df − 1), and the large-sample interval of Hedges and Olkin (1985):
 * variance (n₁ + n₂)/(n₁ n₂) + g²/(2 (n₁ + n₂)).
 *
 * @returns null where a sample has fewer than 2 values or nothing varies.
 * @example
 * hedgesG([1, 2, 3], [2, 3, 4])?.label; // 'large'
 */
export function hedgesG(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  level = 0.95,
): EffectSize | null {
  const [first, second] = [moments(present(a)), moments(present(b))];
  const df = first.n + second.n - 2;
  if (first.n < 2 || second.n < 2) return null;
  const pooled = Math.sqrt((first.squares + second.squares) / df);
  if (!(pooled > 0)) return null;
  const value = ((first.mean - second.mean) / pooled) * (1 - 3 / (4 * df - 1));
  const total = first.n + second.n;
  const se = Math.sqrt(total / (first.n * second.n) + (value * value) / (2 * total));
  const margin = se * normalQuantile((1 + level) / 2);
  const rule = EFFECT_RULES.standardisedDifference;
  return {
    name: "Hedges' g",
    value,
    ci: { low: value - margin, high: value + margin, level },
    label: effectLabel(value, rule),
    rule: rule.source,
  };
}
