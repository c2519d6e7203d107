import type { TestResult } from '../domain/testResult.js';
import { correlationInterval } from './correlationInterval.js';
import { studentTail } from './distributions/studentTail.js';
import { EFFECT_RULES, effectLabel } from './effectLabel.js';
import { moments } from './moments.js';
import { presentPairs } from './presentPairs.js';
import { untestable } from './untestable.js';

/**
 * Pearson's product-moment correlation: how close the pairs lie to a straight line. Test by Student's t with n − 2
 * degrees of freedom (assumes independent pairs, normal errors), interval by Fisher's z.
 *
 * Pairs with a missing side are left out. Untestable (NaN) with fewer than 3 pairs or a constant side; the interval
 * needs 4. Checked against scipy `pearsonr`.
 *
 * @example
 * pearson([1, 2, 3, 4], [1, 3, 2, 4]).estimate; // 0.8
 */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>, level = 0.95): TestResult {
  const pairs = presentPairs(x, y);
  const n = pairs.x.length;
  const r = productMoment(pairs.x, pairs.y);
  const method = "Pearson's correlation";
  if (n < 3 || Number.isNaN(r)) return untestable(method, 't', n, Number.isNaN(r) ? null : r);
  return correlationTest(method, 'r', r, n, 1 / Math.sqrt(n - 3), level);
}

/** A correlation this near to 1 is 1: the rest is rounding. */
const ROUNDING = 1e-15;

/** The correlation coefficient itself; NaN where a side is constant. */
export function productMoment(x: Float64Array, y: Float64Array): number {
  const [mx, my] = [moments(x), moments(y)];
  if (!(mx.squares > 0) || !(my.squares > 0)) return NaN;
  let products = 0;
  for (let i = 0; i < x.length; i += 1) products += (x[i] - mx.mean) * (y[i] - my.mean);
  const r = products / Math.sqrt(mx.squares) / Math.sqrt(my.squares);
  return Math.abs(r) > 1 - ROUNDING ? Math.sign(r) : r;
}

/** The t test of a correlation coefficient, with Fisher's interval. */
export function correlationTest(
  method: string,
  name: string,
  r: number,
  n: number,
  se: number,
  level: number,
): TestResult {
  const df = n - 2;
  const t = r * Math.sqrt(df / ((1 - r) * (1 + r)));
  const ci = correlationInterval(r, se, level);
  const rule = EFFECT_RULES.correlation;
  return {
    method,
    statistic: { name: 't', value: t },
    df,
    p: 2 * studentTail(Math.abs(t), df),
    estimate: r,
    ci,
    effect: { name, value: r, ci, label: effectLabel(r, rule), rule: rule.source },
    n,
  };
}
