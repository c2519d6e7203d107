import type { SongRecord } from '../store/queries/songRecords.js';
import type { Feature } from './feature.js';

const base = { group: 'platform', type: 'number', knownAt: 'after-release' } as const;

/** Streams as the first source (in code unit order) saw them; sources are never added or averaged. */
function streamsOf({ observations }: SongRecord): number | null {
  return observations.find((seen) => seen.metric === 'streams')?.value ?? null;
}

/** How often the song was streamed; the figures of each source stand in the table's observation columns. */
export const streams: readonly Feature[] = [
  {
    ...base,
    id: 'streams',
    title: 'Streams',
    unit: 'streams',
    meaning:
      'Streams of the song in the first source (by name) that observed them, newest observation.',
    missing: 'No source observed streams.',
    compute: streamsOf,
  },
  {
    ...base,
    id: 'log10_streams',
    title: 'Streams (log)',
    unit: 'index',
    meaning: 'Decimal logarithm of the streams.',
    missing: 'No source observed streams, or none at all happened.',
    compute: (song) => {
      const counted = streamsOf(song);
      return counted ? Math.log10(counted) : null;
    },
  },
];
