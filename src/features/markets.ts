import type { Feature } from './feature.js';

export const markets: Feature = {
  id: 'markets',
  title: 'Markets',
  group: 'content',
  type: 'number',
  unit: 'count',
  meaning: 'Number of countries in which the song can be played.',
  missing: 'The source does not say.',
  knownAt: 'release',
  compute: (song) => song.markets,
};
