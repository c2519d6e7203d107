import { publicFile } from './publicFile.js';

/** A hundred tracks for each of 112 genres: one row per track and genre, without artists. */
export const spotify112Genres = publicFile({
  id: 'spotify_112_genres',
  title: 'Spotify tracks of 112 genres (2020)',
  asOf: '2020-12-31',
  asOfWords: 'end of 2020',
  selection:
    "The same number of tracks for each genre, as Spotify's recommendations gave them; small genres weigh as much as large ones.",
  licence:
    'Published with a course project from the Spotify API; redistribution is not stated, so no copy comes with this package.',
  kind: 'genre_track',
  signature: [
    'id',
    'name',
    'genre',
    'popularity',
    'loadness',
    'available_market',
    'release_date',
    'explicit',
  ],
  keyColumns: ['id', 'genre'],
});
