/**
 * The values that stand in the given rows, in the order of the rows; NaN for a row that is not there.
 *
 * A plain loop: `Float64Array.from(rows, …)` goes through an iterator and takes ten times as long.
 *
 * @example
 * gather([10, 20, 30], Int32Array.of(2, 0)); // Float64Array [30, 10]
 */
export function gather(values: ArrayLike<number>, rows: ArrayLike<number>): Float64Array {
  const taken = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i += 1) taken[i] = values[rows[i]]!;
  return taken;
}
