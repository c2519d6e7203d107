/** Length of the lists that are judged. */
export const LIST_LENGTH = 10;

const DISCOUNTS = Float64Array.from(
  { length: LIST_LENGTH },
  (_, place) => 1 / Math.log2(place + 2),
);

/** How well one list meets what was held out. */
export interface ListScores {
  /** Hits over the smaller of ten and what was held out. */
  readonly recall: number;
  /** Normalised discounted cumulative gain with relevance 0 or 1 (Järvelin and Kekäläinen 2002). */
  readonly ndcg: number;
}

/**
 * Judges a list of at most ten items, best first.
 *
 * Checked against scikit-learn `ndcg_score(..., k=10)`.
 *
 * @param held what should be found; not empty
 * @example
 * listScores([4, 7], new Set([7])); // { recall: 1, ndcg: 0.63 }
 */
export function listScores(list: readonly number[], held: ReadonlySet<number>): ListScores {
  const most = Math.min(LIST_LENGTH, held.size);
  let [hits, gain, best] = [0, 0, 0];
  list.slice(0, LIST_LENGTH).forEach((item, place) => {
    if (!held.has(item)) return;
    hits += 1;
    gain += DISCOUNTS[place];
  });
  for (let place = 0; place < most; place += 1) best += DISCOUNTS[place];
  return { recall: hits / most, ndcg: gain / best };
}
