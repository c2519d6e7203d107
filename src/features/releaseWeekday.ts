import type { SongRecord } from '../store/queries/songRecords.js';
import { dayNumber } from './dayNumber.js';
import type { Feature } from './feature.js';

/** Day of the week of the release, 1 (Monday) to 7 (Sunday), where the day is known. */
export function weekdayOf({ released }: SongRecord): number | null {
  if (released?.precision !== 'day') return null;
  // Day 0, 1 January 1970, was a Thursday.
  return ((((dayNumber(released.on) + 3) % 7) + 7) % 7) + 1;
}

export const releaseWeekday: Feature = {
  id: 'release_weekday',
  title: 'Day of the week of the release',
  group: 'temporal',
  type: 'number',
  unit: 'rank',
  meaning: 'Day of the week of the release, 1 (Monday) to 7 (Sunday), as ISO 8601 counts.',
  missing: 'No release date, or one that is known to the month or year only.',
  knownAt: 'release',
  compute: weekdayOf,
};
