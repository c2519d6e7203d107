import type { SongRecord } from '../store/queries/songRecords.js';
import { dayNumber } from './dayNumber.js';
import type { Feature } from './feature.js';
import type { FeatureContext } from './featureContext.js';
import { homeSource } from './homeSource.js';

/** Days from the first day that the release date may mean to the as-of date of the song's home source. */
export function ageInDays(song: SongRecord, context: FeatureContext): number | null {
  const source = homeSource(song, context);
  if (source === null || song.released === null) return null;
  return dayNumber(context.asOf(source)) - dayNumber(song.released.on);
}

export const daysSinceRelease: Feature = {
  id: 'days_since_release',
  title: 'Days since release',
  group: 'temporal',
  type: 'number',
  unit: 'days',
  meaning:
    'Days from the release to the as-of date of the source that first observed the song (popularity before streams before anything else).',
  missing:
    'No release date, one that is not known to the day, one after the as-of date, or no source observed the song.',
  knownAt: 'after-release',
  compute: (song, context) => {
    if (song.released?.precision !== 'day') return null;
    const days = ageInDays(song, context);
    return days === null || days < 0 ? null : days;
  },
};
