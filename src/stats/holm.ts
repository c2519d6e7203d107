import { orderOf } from './orderOf.js';

/**
 * Holm adjusted p values: with those ≤ α called, the chance of any false call is at most α, whatever the
 * dependence. NaN stays NaN and does not count as a member of the family.
 *
 * Holm (1979). Checked against R `p.adjust(method = "holm")`.
 *
 * @example
 * holm([0.01, 0.04, 0.03]); // Float64Array [0.03, 0.06, 0.06]
 */
export function holm(ps: ArrayLike<number>): Float64Array {
  const adjusted = new Float64Array(ps.length).fill(NaN);
  const order = orderOf(ps);
  let largest = 0;
  order.forEach((at, position) => {
    largest = Math.max(largest, Math.min(1, ps[at] * (order.length - position)));
    adjusted[at] = largest;
  });
  return adjusted;
}
