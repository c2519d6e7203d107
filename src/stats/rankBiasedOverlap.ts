/**
 * Rank-biased overlap of two rankings without ties, extrapolated: agreement from 0 to 1 that weighs the top most and
 * does not need the same things in both (Webber, Moffat and Zobel 2010, equation 32). NaN where either is empty.
 *
 * @param persistence chance that a reader goes on to the next rank; at 0.9 the first ten ranks carry 86 % of the weight.
 * @example
 * rankBiasedOverlap(['a', 'b', 'c'], ['a', 'b', 'c']); // 1
 */
export function rankBiasedOverlap<T>(a: readonly T[], b: readonly T[], persistence = 0.9): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const [s, l] = [short.length, long.length];
  if (s === 0) return NaN;
  const [seenShort, seenLong] = [new Set<T>(), new Set<T>()];
  let [overlap, overlapAtShort, sum] = [0, 0, 0];
  for (let depth = 1; depth <= l; depth += 1) {
    const fromLong = long[depth - 1];
    seenLong.add(fromLong);
    if (seenShort.has(fromLong)) overlap += 1;
    if (depth <= s) {
      const fromShort = short[depth - 1];
      seenShort.add(fromShort);
      if (seenLong.has(fromShort)) overlap += 1;
      if (depth === s) overlapAtShort = overlap;
    }
    sum += (overlap / depth) * persistence ** depth;
    if (depth > s) sum += ((overlapAtShort * (depth - s)) / (s * depth)) * persistence ** depth;
  }
  const rest = ((overlap - overlapAtShort) / l + overlapAtShort / s) * persistence ** l;
  return ((1 - persistence) / persistence) * sum + rest;
}
