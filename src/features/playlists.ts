import type { Feature } from './feature.js';

export const playlists: Feature = {
  id: 'playlists',
  title: 'Playlists',
  group: 'aggregate',
  type: 'number',
  unit: 'count',
  meaning: 'Playlists in the store that hold the song; 0 where none does.',
  missing: 'Never.',
  knownAt: 'after-release',
  compute: (song) => song.playlists,
};
