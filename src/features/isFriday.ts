import type { Feature } from './feature.js';
import { weekdayOf } from './releaseWeekday.js';

const FRIDAY = 5;

export const isFriday: Feature = {
  id: 'is_friday',
  title: 'Released on a Friday',
  group: 'temporal',
  type: 'boolean',
  unit: 'text',
  meaning: 'Whether the release fell on a Friday, the global release day since July 2015.',
  missing: 'No release date, or one that is known to the month or year only.',
  knownAt: 'release',
  compute: (song) => {
    const weekday = weekdayOf(song);
    return weekday === null ? null : weekday === FRIDAY;
  },
};
