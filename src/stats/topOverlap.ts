/**
 * Share of the first `k` of one ranking that is also among the first `k` of another, from 0 to 1. Where a
 * ranking is shorter than k, k is its length; NaN where that is 0.
 *
 * @example
 * topOverlap(['a', 'b', 'c'], ['b', 'a', 'd'], 2); // 1
 */
export function topOverlap<T>(a: readonly T[], b: readonly T[], k: number): number {
  const depth = Math.min(k, a.length, b.length);
  const among = new Set(b.slice(0, depth));
  return a.slice(0, depth).filter((item) => among.has(item)).length / depth;
}
