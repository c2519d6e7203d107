import type { Feature } from './feature.js';

export const albumType: Feature = {
  id: 'album_type',
  title: 'Album type',
  group: 'content',
  type: 'category',
  unit: 'text',
  meaning: 'Kind of release that the song is on: album, single or compilation.',
  missing: 'No album, or the source does not say of what kind it is.',
  knownAt: 'release',
  compute: (song) => song.albumType,
};
