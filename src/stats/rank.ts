import { orderOf } from './orderOf.js';

/**
 * Ranks from 1 for the smallest; ties share the average of their ranks; NaN stays NaN and takes no rank.
 *
 * Checked against scipy `rankdata(method='average', nan_policy='omit')`.
 *
 * @example
 * rank([10, 20, 20, 5]); // Float64Array [2, 3.5, 3.5, 1]
 */
export function rank(values: ArrayLike<number>): Float64Array {
  const ranks = new Float64Array(values.length).fill(NaN);
  const order = orderOf(values);
  let from = 0;
  while (from < order.length) {
    let to = from + 1;
    while (to < order.length && values[order[to]] === values[order[from]]) to += 1;
    for (let i = from; i < to; i += 1) ranks[order[i]] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}
