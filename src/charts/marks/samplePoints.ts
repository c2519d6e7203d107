/**
 * At most `max` of the items, evenly spread over their order: the same ones each time, without chance.
 *
 * @example
 * samplePoints([1, 2, 3, 4, 5, 6], 3); // [1, 3, 5]
 */
export function samplePoints<T>(items: readonly T[], max: number): readonly T[] {
  if (items.length <= max) return items;
  const step = items.length / max;
  return Array.from({ length: max }, (_, index) => items[Math.floor(index * step)]);
}
