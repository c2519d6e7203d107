import type { Feature } from './feature.js';
import { mainGenre } from './mainGenre.js';

const base = { group: 'content', type: 'category', unit: 'text', knownAt: 'release' } as const;

/** Main genre and subgenre; the genre that each source gives stands in the table's `genre:<source>` columns. */
export const genre: readonly Feature[] = [
  {
    ...base,
    id: 'genre',
    title: 'Main genre',
    meaning:
      'Genre with the highest weight (most playlists), then the lowest name, in the first source that names one.',
    missing: 'No source names a genre.',
    compute: (song) => mainGenre(song)?.genre ?? null,
  },
  {
    ...base,
    id: 'subgenre',
    title: 'Main subgenre',
    meaning: 'Subgenre with the highest weight in the source of the main genre.',
    missing: 'The source of the main genre names no subgenre.',
    compute: (song) => mainGenre(song)?.subgenre ?? null,
  },
];
