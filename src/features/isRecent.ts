import type { DatePrecision } from '../domain/draft.js';
import { ageInDays } from './daysSinceRelease.js';
import type { Feature } from './feature.js';

/** A song is recent for this many days. */
const RECENT_DAYS = 365;

/** Days between the first and the last day that a date of a precision may mean. */
const SPAN_DAYS: Readonly<Record<DatePrecision, number>> = { day: 0, month: 30, year: 365 };

export const isRecent: Feature = {
  id: 'is_recent',
  title: 'Released within a year of the as-of date',
  group: 'temporal',
  type: 'boolean',
  unit: 'text',
  meaning: `Whether the release lies at most ${RECENT_DAYS} days before the as-of date of the source that first observed the song.`,
  missing:
    'No release date, no source observed the song, or the date is so imprecise that both answers are possible.',
  knownAt: 'after-release',
  compute: (song, context) => {
    const oldest = ageInDays(song, context);
    if (oldest === null || song.released === null) return null;
    const youngest = oldest - SPAN_DAYS[song.released.precision];
    if (oldest <= RECENT_DAYS) return true;
    return youngest > RECENT_DAYS ? false : null;
  },
};
