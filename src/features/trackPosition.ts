import type { Feature } from './feature.js';

export const trackPosition: Feature = {
  id: 'track_position',
  title: 'Track number',
  group: 'derived',
  type: 'number',
  unit: 'rank',
  meaning: 'Place of the song on its album, 1 for the first track.',
  missing: 'The source gives no track number (none of the four public datasets does).',
  knownAt: 'release',
  compute: ({ trackNumber }) => trackNumber,
};
