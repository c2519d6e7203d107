import { moments } from './moments.js';
import { quantileSorted } from './quantileSorted.js';

/**
 * Silverman's (1986) rule for the bandwidth of a Gaussian kernel: 0.9 min(SD, IQR/1.34) n^(−1/5), with the SD
 * alone where the IQR is 0. Good for one hump; smooths several too much. Checked against R `bw.nrd0`.
 *
 * @param sorted ascending values without missing ones.
 * @returns NaN where nothing varies.
 */
export function silvermanBandwidth(sorted: Float64Array): number {
  const sd = Math.sqrt(moments(sorted).variance);
  const iqr = quantileSorted(sorted, 0.75) - quantileSorted(sorted, 0.25);
  const spread = iqr > 0 ? Math.min(sd, iqr / 1.34) : sd;
  return spread > 0 ? 0.9 * spread * sorted.length ** -0.2 : NaN;
}
