import type { Feature } from './feature.js';
import { mainGenre } from './mainGenre.js';

export const genreSongCount: Feature = {
  id: 'genre_song_count',
  title: 'Songs of the genre',
  group: 'aggregate',
  type: 'number',
  unit: 'songs',
  meaning: "Songs in the store that carry the song's main genre.",
  missing: 'No genre.',
  knownAt: 'release',
  compute: (song, context) => context.genre(mainGenre(song)?.genre ?? null)?.songs ?? null,
};
