import { normalQuantile } from './distributions/normalQuantile.js';
import type { Estimated } from './meanInterval.js';

/**
 * Share of successes with Wilson's (1927) score interval, which stays inside 0 and 1 and holds its level for small n
 * and rare events. NaN and no interval for n = 0.
 *
 * Checked against statsmodels `proportion_confint(method='wilson')`.
 *
 * @example
 * proportionInterval(8, 10).ci; // { low: 0.490, high: 0.943, level: 0.95 }
 */
export function proportionInterval(successes: number, n: number, level = 0.95): Estimated {
  const share = successes / n;
  const se = Math.sqrt((share * (1 - share)) / n);
  if (!(n > 0)) return { estimate: NaN, se: NaN, ci: null, n: 0 };
  const z = normalQuantile((1 + level) / 2);
  const scale = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / scale;
  const margin = (z / scale) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const low = successes === 0 ? 0 : Math.max(0, centre - margin);
  const high = successes === n ? 1 : Math.min(1, centre + margin);
  return { estimate: share, se, ci: { low, high, level }, n };
}
