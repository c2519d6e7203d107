import type { Feature } from './feature.js';

export const explicit: Feature = {
  id: 'explicit',
  title: 'Explicit lyrics',
  group: 'content',
  type: 'boolean',
  unit: 'text',
  meaning: 'Whether the song is marked as having explicit lyrics.',
  missing: 'The source does not say.',
  knownAt: 'release',
  compute: (song) => song.explicit,
};
