import { publicFile } from './publicFile.js';

/** TidyTuesday's table of playlist tracks: one row per track, playlist and subgenre. */
export const spotifySongs = publicFile({
  id: 'spotify_songs',
  title: 'Spotify songs (TidyTuesday, January 2020)',
  asOf: '2020-01-21',
  selection:
    'Tracks that stood on popular playlists of six genres in January 2020; not a sample of all music.',
  licence:
    'Published by TidyTuesday from the Spotify API; redistribution is not stated, so no copy comes with this package.',
  kind: 'playlist_track',
  signature: [
    'track_id',
    'track_name',
    'track_artist',
    'track_popularity',
    'track_album_id',
    'track_album_release_date',
    'playlist_id',
    'playlist_genre',
    'playlist_subgenre',
  ],
  keyColumns: ['playlist_id', 'playlist_subgenre', 'track_id'],
});
