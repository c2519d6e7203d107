/** Two columns of one length. */
export interface Pairs {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * The pairs of which neither side is missing (pairwise omission).
 *
 * @throws Error where the two differ in length.
 */
export function presentPairs(x: ArrayLike<number>, y: ArrayLike<number>): Pairs {
  if (x.length !== y.length)
    throw new Error(`pairs need equal lengths, got ${x.length} and ${y.length}`);
  const keptX = new Float64Array(x.length);
  const keptY = new Float64Array(x.length);
  let count = 0;
  for (let i = 0; i < x.length; i += 1) {
    if (Number.isNaN(x[i]) || Number.isNaN(y[i])) continue;
    keptX[count] = x[i]!;
    keptY[count] = y[i]!;
    count += 1;
  }
  return { x: keptX.subarray(0, count), y: keptY.subarray(0, count) };
}
