import type { EffectSize, Interval } from '../domain/testResult.js';
import { normalQuantile } from './distributions/normalQuantile.js';
import { dominance, type Dominance } from './dominance.js';
import { EFFECT_RULES, effectLabel } from './effectLabel.js';
import { present } from './present.js';

/**
 * Cliff's delta: P(a > b) − P(a < b) for one value of each sample, from −1 to 1; ordinal, so outliers and skewness
 * do not matter. Interval of Cliff (1996) with the consistent variance and the asymmetric formula of Feng and Cliff (2004).
 *
 * Missing values are left out. Checked against the definition over all pairs in numpy.
 *
 * @returns null where a sample is empty; the interval is null with fewer than 2 values or |delta| = 1.
 * @example
 * cliffsDelta([3, 4, 5], [1, 2, 3])?.value; // 0.8889
 */
export function cliffsDelta(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  level = 0.95,
): EffectSize | null {
  const [first, second] = [present(a), present(b)];
  if (first.length === 0 || second.length === 0) return null;
  const counts = dominance(first, second);
  const rule = EFFECT_RULES.dominance;
  return {
    name: "Cliff's delta",
    value: counts.delta,
    ci: interval(counts, level),
    label: effectLabel(counts.delta, rule),
    rule: rule.source,
  };
}

function interval({ ofA, ofB, delta, tied }: Dominance, level: number): Interval | null {
  const [na, nb] = [ofA.length, ofB.length];
  if (na < 2 || nb < 2 || Math.abs(delta) === 1) return null;
  const pairs = na * nb;
  const spread = (values: Float64Array): number =>
    values.reduce((sum, value) => sum + (value - delta) ** 2, 0);
  const all = pairs * (1 - tied - delta * delta);
  const unbiased =
    (nb * nb * spread(ofA) + na * na * spread(ofB) - all) / (pairs * (na - 1) * (nb - 1));
  const variance = Math.max(unbiased, (1 - delta * delta) / (pairs - 1));
  const z = normalQuantile((1 + level) / 2);
  const square = z * z * variance;
  const centre = delta - delta ** 3;
  const margin = Math.sqrt(square * ((1 - delta * delta) ** 2 + square));
  const scale = 1 - delta * delta + square;
  return {
    low: Math.max(-1, (centre - margin) / scale),
    high: Math.min(1, (centre + margin) / scale),
    level,
  };
}
