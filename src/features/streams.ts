import type { Feature } from './feature.js';
import { logarithmOf } from './logarithmOf.js';

/** Streams as the first source (in code unit order) saw them; sources are never added or averaged. */
const counted: Feature = {
  group: 'platform',
  type: 'number',
  knownAt: 'after-release',
  id: 'streams',
  title: 'Streams',
  unit: 'streams',
  meaning:
    'Streams of the song in the first source (by name) that observed them, newest observation.',
  missing: 'No source observed streams.',
  compute: ({ observations }) =>
    observations.find((seen) => seen.metric === 'streams')?.value ?? null,
};

/** How often the song was streamed; the figures of each source stand in the table's observation columns. */
export const streams: readonly Feature[] = [
  counted,
  logarithmOf(counted, 'log10', 'No source observed streams, or none at all happened.'),
];
