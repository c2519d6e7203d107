/** How the values of two samples stand to one another, pair by pair. */
export interface Dominance {
  /** For each value of a, the share of b below it less the share of b above it. */
  readonly ofA: Float64Array;
  /** For each value of b, the share of a above it less the share of a below it. */
  readonly ofB: Float64Array;
  /** P(a > b) − P(a < b) over all pairs. */
  readonly delta: number;
  /** Share of pairs that tie. */
  readonly tied: number;
}

/** Compares every value of a with every value of b in O(n log n). Missing values must be gone. */
export function dominance(a: Float64Array, b: Float64Array): Dominance {
  const [sortedA, sortedB] = [a.slice().sort(), b.slice().sort()];
  const forA = compare(sortedA, sortedB);
  const forB = compare(sortedB, sortedA);
  let sum = 0;
  for (const value of forA.surplus) sum += value;
  return {
    ofA: forA.surplus,
    ofB: forB.surplus.map((value) => -value),
    delta: sum / a.length,
    tied: forA.tied / a.length,
  };
}

/** One pass over two ascending lists. */
function compare(
  values: Float64Array,
  others: Float64Array,
): { surplus: Float64Array; tied: number } {
  const m = others.length;
  let [below, notAbove, tied] = [0, 0, 0];
  const surplus = values.map((value) => {
    while (below < m && others[below] < value) below += 1;
    while (notAbove < m && others[notAbove] <= value) notAbove += 1;
    tied += (notAbove - below) / m;
    return (below - (m - notAbove)) / m;
  });
  return { surplus, tied };
}
