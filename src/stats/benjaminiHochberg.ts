import { orderOf } from './orderOf.js';

/**
 * Benjamini–Hochberg adjusted p values: with those ≤ q called, the expected share of false calls is at most q
 * (independent or positively dependent tests). NaN stays NaN and does not count as a member of the family.
 *
 * Benjamini and Hochberg (1995). Checked against scipy `false_discovery_control` and R `p.adjust(method = "BH")`.
 *
 * @example
 * benjaminiHochberg([0.01, 0.04, 0.03]); // Float64Array [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(ps: ArrayLike<number>): Float64Array {
  const adjusted = new Float64Array(ps.length).fill(NaN);
  const order = orderOf(ps);
  let smallest = 1;
  for (let position = order.length - 1; position >= 0; position -= 1) {
    const at = order[position];
    smallest = Math.min(smallest, (ps[at] * order.length) / (position + 1));
    adjusted[at] = smallest;
  }
  return adjusted;
}
