/**
 * The quantile of ascending values by linear interpolation (type 7 of Hyndman and Fan 1996, the default of R and
 * numpy). NaN of no values.
 *
 * @param p share of the values below, 0 to 1.
 */
export function quantileSorted(sorted: ArrayLike<number>, p: number): number {
  const n = sorted.length;
  if (n === 0 || !(p >= 0 && p <= 1)) return NaN;
  const position = (n - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below];
  const high = sorted[Math.min(below + 1, n - 1)];
  return low === high ? low : low + (position - below) * (high - low);
}
