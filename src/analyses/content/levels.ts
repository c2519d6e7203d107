import type { FeatureTable } from '../../features/featureTable.js';
import type { Levels } from '../adjusted/levelTable.js';

const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** Calendar months of release. */
export function monthLevels(table: FeatureTable): Levels {
  return calendar(table, 'release_month', MONTHS);
}

/** ISO weekdays of release, Monday first. */
export function weekdayLevels(table: FeatureTable): Levels {
  return calendar(table, 'release_weekday', WEEKDAYS);
}

function calendar(table: FeatureTable, id: string, labels: readonly string[]): Levels {
  if (!table.has(id)) return { codes: new Int32Array(table.size).fill(-1), labels };
  return { codes: codesOf(table.number(id), (value) => value - 1), labels };
}

const HALF_MINUTES = 2;
const SHORTEST = 1.5;
const LONGEST = 6.5;

/** Lengths in steps of half a minute; the first and the last step are open. */
export function durationLevels(table: FeatureTable): Levels {
  const steps = (LONGEST - SHORTEST) * HALF_MINUTES + 2;
  const codes = codesOf(table.number('duration_minutes'), (minutes) => {
    const step = Math.floor((minutes - SHORTEST) * HALF_MINUTES) + 1;
    return Math.min(Math.max(step, 0), steps - 1);
  });
  const starts = Array.from({ length: steps }, (_, step) => SHORTEST + (step - 1) / HALF_MINUTES);
  const labels = starts.map((start, step) => {
    if (step === 0) return `under ${clock(SHORTEST)}`;
    return step === steps - 1
      ? `${clock(LONGEST)} or more`
      : `${clock(start)} to ${clock(start + 1 / HALF_MINUTES)}`;
  });
  return { codes, labels, positions: starts.map((start) => start + 1 / HALF_MINUTES / 2) };
}

function clock(minutes: number): string {
  const seconds = Math.round(minutes * 60);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

const PERIOD_YEARS = 5;
const SINGLE_YEARS_FROM = 2010;
const EARLIEST = 1900;

/** Release years: periods of five years, and single years from 2010 on, where most of the songs are. */
export function periodLevels(table: FeatureTable): Levels {
  const years = table.number('release_year');
  const starts: number[] = [];
  for (let year = EARLIEST; year < SINGLE_YEARS_FROM; year += PERIOD_YEARS) starts.push(year);
  for (let year = SINGLE_YEARS_FROM; year <= 2100; year += 1) starts.push(year);
  const codes = codesOf(years, (year) => {
    if (year < EARLIEST) return 0;
    return year < SINGLE_YEARS_FROM
      ? Math.floor((year - EARLIEST) / PERIOD_YEARS)
      : (SINGLE_YEARS_FROM - EARLIEST) / PERIOD_YEARS + year - SINGLE_YEARS_FROM;
  });
  const labels = starts.map((year) =>
    year < SINGLE_YEARS_FROM ? `${year}–${year + PERIOD_YEARS - 1}` : String(year),
  );
  const positions = starts.map((year) => (year < SINGLE_YEARS_FROM ? year + 2 : year));
  return { codes, labels, positions };
}

function codesOf(values: Float64Array, code: (value: number) => number): Int32Array {
  return Int32Array.from(values, (value) => (Number.isFinite(value) ? code(value) : -1));
}
