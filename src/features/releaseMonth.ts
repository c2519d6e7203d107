import type { SongRecord } from '../store/queries/songRecords.js';
import type { Feature } from './feature.js';

/** Month of the release, 1 to 12, where the date is precise enough. */
export function monthOf({ released }: SongRecord): number | null {
  return released === null || released.precision === 'year'
    ? null
    : Number(released.on.slice(5, 7));
}

export const releaseMonth: Feature = {
  id: 'release_month',
  title: 'Release month',
  group: 'temporal',
  type: 'number',
  unit: 'rank',
  meaning: 'Month of the release, 1 (January) to 12 (December).',
  missing: 'No release date, or one that is known to the year only.',
  knownAt: 'release',
  compute: monthOf,
};
