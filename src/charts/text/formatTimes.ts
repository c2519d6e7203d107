import { formatNumber } from './formatNumber.js';

/**
 * How many times one quantity is another, in about two significant digits, and far below one as a fraction, which is
 * read faster than zeros.
 *
 * @param times not negative
 * @example
 * formatTimes(118.6); // '119'
 * formatTimes(7.11); // '7.1'
 * formatTimes(0.0063); // '1/159'
 */
export function formatTimes(times: number): string {
  if (!Number.isFinite(times)) return '–';
  if (times >= 9.95) return formatNumber(times);
  if (times >= 0.995) return formatNumber(times, 1);
  if (times >= 0.0995) return formatNumber(times, 2);
  const whole = times > 0 ? Math.round(1 / times) : 0;
  return whole > 0 && Number.isSafeInteger(whole) ? `1/${formatNumber(whole)}` : '0';
}
