/**
 * The values that are not missing (not NaN), in order, as a copy that may be changed.
 *
 * @example
 * present([3, NaN, 1]); // Float64Array [3, 1]
 */
export function present(values: ArrayLike<number>): Float64Array {
  const kept = new Float64Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (!Number.isNaN(value)) kept[count++] = value;
  }
  return count === kept.length ? kept : kept.slice(0, count);
}
