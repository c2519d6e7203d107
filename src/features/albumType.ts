import type { Feature } from './feature.js';

export const albumType: Feature = {
  id: 'album_type',
  title: 'Album type',
  group: 'content',
  type: 'category',
  unit: 'text',
  meaning:
    'Kind of release that a source lists the song on (the most trusted that says): album, single or compilation; else that of its album.',
  missing: 'No source says of what kind the release is.',
  knownAt: 'release',
  compute: (song) => song.albumType,
};
