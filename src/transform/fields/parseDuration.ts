import { Invalid, type Parsed } from './invalid.js';
import { parseNumber } from './parseNumber.js';
import { LONGEST_DURATION_MS, parseDurationMs } from './trackColumns.js';

const CLOCK = /^(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?:\.\d+)?$/;

/**
 * A length given in a larger unit, in whole milliseconds.
 *
 * @param msPerUnit 1,000 for seconds, 60,000 for minutes
 * @example
 * parseDurationIn('3.5', 60_000); // 210000
 */
export function parseDurationIn(text: string, msPerUnit: number): Parsed<number | null> {
  // The limits in the column's own unit, so that a message speaks of what the file holds.
  const value = parseNumber(text, { min: 0.001, max: LONGEST_DURATION_MS / msPerUnit });
  if (value === null || value instanceof Invalid) return value;
  return Math.max(1, Math.round(value * msPerUnit));
}

/**
 * A length as clocks show it, `m:ss` or `h:mm:ss`, in milliseconds.
 *
 * @example
 * parseClock('3:45'); // 225000
 */
export function parseClock(text: string): Parsed<number | null> {
  const trimmed = text.trim();
  const match = CLOCK.exec(trimmed);
  if (match === null) {
    return parseNumber(trimmed) === null ? null : new Invalid('must be a length such as 3:45');
  }
  const [, hours = '0', minutes = '', seconds = ''] = match;
  if (Number(seconds) > 59) return new Invalid('must have fewer than 60 seconds after the colon');
  return parseDurationMs(
    String(((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000),
  );
}
