import type { Interval } from '../domain/testResult.js';
import { normalQuantile } from './distributions/normalQuantile.js';

/**
 * Interval of a correlation by Fisher's z transformation: tanh(atanh r ± z · se). Null where r is not inside
 * (−1, 1) or the standard error is not positive.
 *
 * @param se standard error of atanh r, for example 1/√(n − 3) for Pearson's r.
 */
export function correlationInterval(r: number, se: number, level = 0.95): Interval | null {
  if (!(Math.abs(r) < 1) || !(se > 0 && se < Infinity)) return null;
  const centre = Math.atanh(r);
  const margin = se * normalQuantile((1 + level) / 2);
  return { low: Math.tanh(centre - margin), high: Math.tanh(centre + margin), level };
}
