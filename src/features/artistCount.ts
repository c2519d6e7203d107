import type { Feature } from './feature.js';

export const artistCount: Feature = {
  id: 'n_artists',
  title: 'Credited artists',
  group: 'content',
  type: 'number',
  unit: 'artists',
  meaning: 'Artists that the song credits.',
  missing: 'No source names an artist.',
  knownAt: 'release',
  compute: (song) => (song.artistCount === 0 ? null : song.artistCount),
};
