import type { Finding } from '../domain/finding.js';

/**
 * On which side of "no difference" an interval lies, counted from the smallest effect of interest:
 * - above, below: the whole interval lies beyond it
 * - close: the whole interval lies within it, a difference too small to matter
 * - unclear: anything else
 */
export type Side = 'above' | 'below' | 'close' | 'unclear';

/**
 * The side of a finding. Differences are counted from 0; ratios from 1, where the smallest effect is a ratio too
 * (1.1 for ten percent either way). Without an interval the side is unclear.
 */
export function sideOf({ ci, unit, smallestEffect }: Finding): Side {
  if (ci === null) return 'unclear';
  const isRatio = unit === 'ratio';
  const upper = smallestEffect ?? (isRatio ? 1 : 0);
  const lower = isRatio ? 1 / upper : -upper;
  if (ci.low > upper) return 'above';
  if (ci.high < lower) return 'below';
  return ci.low > lower && ci.high < upper ? 'close' : 'unclear';
}
