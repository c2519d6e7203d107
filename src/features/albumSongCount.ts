import type { Feature } from './feature.js';

export const albumSongCount: Feature = {
  id: 'album_song_count',
  title: 'Songs of the album in the store',
  group: 'aggregate',
  type: 'number',
  unit: 'songs',
  meaning: "Songs in the store that are on the song's album; not the length of the album itself.",
  missing: 'No album.',
  knownAt: 'release',
  compute: ({ albumId }, context) => context.albumSongs(albumId),
};
