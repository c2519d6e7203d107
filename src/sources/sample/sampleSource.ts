import type { Source } from '../source.js';

/** The day that the whole sample speaks of. */
export const SAMPLE_AS_OF = '2024-12-31';

/** A year earlier: the first of two days on which followers were counted. */
export const SAMPLE_BEFORE = '2023-12-31';

/** The built-in sample: invented, seeded, and with known truth (see `planted.ts`). */
export const sampleSource: Source = {
  id: 'sample',
  title: 'Built-in synthetic sample',
  asOf: SAMPLE_AS_OF,
  selection:
    'Nothing real: invented artists, songs and listeners from a seeded generator with planted effects.',
  licence: 'MIT, like the generator that makes it',
  kinds: ['artist', 'artist_followers', 'sample_track', 'sample_video', 'listen', 'tag_assignment'],
};
