import type { Feature } from './feature.js';

const base = { group: 'identity', type: 'category', unit: 'text', knownAt: 'release' } as const;

/** Who and what the song is: for grouping, splitting and naming, never for explaining. */
export const identity: readonly Feature[] = [
  {
    ...base,
    id: 'artist',
    title: 'Artist',
    meaning: 'Name of the artist that the song names first.',
    missing: 'No source names an artist.',
    compute: (song) => song.artist,
  },
  {
    ...base,
    id: 'artist_id',
    title: 'Artist id',
    meaning:
      'Id of the artist that the song names first: the cluster of songs that are not independent.',
    missing: 'No source names an artist.',
    compute: (song) => song.artistId,
  },
  {
    ...base,
    id: 'work_key',
    title: 'Work',
    meaning:
      'Key that all versions of a work share: the artist and the title without remix, live and remaster marks; the song id where there is no artist.',
    missing: 'Never.',
    compute: (song) => (song.artistId === null ? song.id : song.workKey),
  },
  {
    ...base,
    id: 'album',
    title: 'Album',
    meaning: 'Title of the album.',
    missing: 'No source names an album.',
    compute: (song) => song.album,
  },
  {
    ...base,
    id: 'album_id',
    title: 'Album id',
    meaning: 'Id of the album.',
    missing: 'No source names an album.',
    compute: (song) => song.albumId,
  },
  {
    ...base,
    id: 'title',
    title: 'Title',
    meaning: 'Title of the song as its best source writes it.',
    missing: 'Never.',
    compute: (song) => song.title,
  },
];
