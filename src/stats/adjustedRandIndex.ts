/**
 * Adjusted Rand index of two partitions of the same things: 1 where they agree, about 0 by chance (Hubert and Arabie
 * 1985). Things with a negative label on either side are left out; NaN for fewer than 2 things.
 *
 * Checked against scikit-learn `adjusted_rand_score`.
 *
 * @throws Error where the two differ in length.
 * @example
 * adjustedRandIndex([0, 0, 1, 1], [1, 1, 0, 0]); // 1
 */
export function adjustedRandIndex(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length)
    throw new Error(`partitions need equal lengths, got ${a.length} and ${b.length}`);
  const [rows, columns] = [new Map<number, number>(), new Map<number, number>()];
  const cells = new Map<number, Map<number, number>>();
  let n = 0;
  for (let i = 0; i < a.length; i += 1) {
    const [left, right] = [a[i], b[i]];
    if (!(left >= 0) || !(right >= 0)) continue;
    n += 1;
    add(rows, left);
    add(columns, right);
    if (!cells.has(left)) cells.set(left, new Map());
    add(cells.get(left)!, right);
  }
  if (n < 2) return NaN;
  const together = [...cells.values()].reduce((sum, row) => sum + pairs(row), 0);
  const [inA, inB] = [pairs(rows), pairs(columns)];
  const expected = (inA * inB) / ((n * (n - 1)) / 2);
  const most = (inA + inB) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

function add(counts: Map<number, number>, label: number): void {
  counts.set(label, (counts.get(label) ?? 0) + 1);
}

function pairs(counts: Map<number, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += (count * (count - 1)) / 2;
  return sum;
}
