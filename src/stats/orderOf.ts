/**
 * Positions of the values from smallest to largest, missing ones left out; ties stay in order of position.
 *
 * @example
 * orderOf([3, NaN, 1]); // Int32Array [2, 0]
 */
export function orderOf(values: ArrayLike<number>): Int32Array {
  const positions = new Int32Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i += 1) if (!Number.isNaN(values[i])) positions[count++] = i;
  return positions.subarray(0, count).sort((a, b) => {
    const left = values[a];
    const right = values[b];
    return left < right ? -1 : left > right ? 1 : a - b;
  });
}
