import type { ReleaseDate } from '../../domain/draft.js';
import { Invalid, type Parsed } from './invalid.js';
import { isMissing } from './missing.js';

/** Sound recording begins with Scott de Martinville's phonautograms. */
const EARLIEST_YEAR = 1860;

const FORM = /^(\d{4})(?:\.0+|-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:\d{2}.*)?)?)?$/;

/**
 * A release date as precise as given: `2019-06-14`, `2019-06` or `2019` (also `2019.0`, as a float column
 * writes it; a time of day after the date is ignored). It must exist in the calendar, and lie between
 * {@link EARLIEST_YEAR} and the year after the observation: announced records exist, those of 2190 don't.
 *
 * @param observedAt ISO date of the record
 * @example
 * parseReleaseDate('2011-05', '2020-01-21'); // { on: '2011-05-01', precision: 'month' }
 */
export function parseReleaseDate(text: string, observedAt: string): Parsed<ReleaseDate | null> {
  const trimmed = text.trim();
  if (isMissing(trimmed)) return null;
  const match = FORM.exec(trimmed);
  if (match === null) return new Invalid('must be a date such as 2019-06-14, 2019-06 or 2019');
  const [, year = '', month, day] = match;
  const latest = Number(observedAt.slice(0, 4)) + 1;
  if (Number(year) < EARLIEST_YEAR || Number(year) > latest) {
    return new Invalid(
      `must lie between ${EARLIEST_YEAR} and ${latest}, the year after the observation`,
    );
  }
  if (month === undefined) return { on: `${year}-01-01`, precision: 'year' };
  if (!isCalendarDay(Number(year), Number(month), Number(day ?? '1'))) {
    return new Invalid('must be a day of the calendar');
  }
  if (day === undefined) return { on: `${year}-${month}-01`, precision: 'month' };
  return { on: `${year}-${month}-${day}`, precision: 'day' };
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a day exists in the Gregorian calendar; `month` counts from 1. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= days;
}
