/**
 * The codes that stand in the given rows, in the order of the rows; −1 (missing) for a row that is not there.
 *
 * @example
 * gatherCodes(Int32Array.of(7, 8, 9), Int32Array.of(2, 0)); // Int32Array [9, 7]
 */
export function gatherCodes(codes: Int32Array, rows: ArrayLike<number>): Int32Array {
  const taken = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i += 1) taken[i] = codes[rows[i]] ?? -1;
  return taken;
}
