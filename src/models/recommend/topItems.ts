/**
 * The items with the highest scores, best first; ties go to the lower item. Items without a score (−∞ or NaN) are never
 * among them.
 *
 * @param skip items to leave out
 * @example
 * topItems(Float64Array.of(1, 5, 3), 2, new Set([1])); // [2, 0]
 */
export function topItems(
  scores: Float64Array,
  count: number,
  skip: ReadonlySet<number> = new Set(),
): number[] {
  const top: number[] = [];
  let least = -Infinity;
  for (let item = 0; item < scores.length; item += 1) {
    const score = scores[item];
    if (!(score > least) || skip.has(item)) continue;
    let place = top.length;
    while (place > 0 && scores[top[place - 1]] < score) place -= 1;
    top.splice(place, 0, item);
    if (top.length > count) top.pop();
    if (top.length === count) least = scores[top[count - 1]];
  }
  return top;
}
