import { publicFile } from './publicFile.js';

/**
 * The top ten songs of artists on Spotify, each with the video that a search found for it: one row per artist and
 * song. The published form has further columns (an index, addresses, description and the track's URI); both forms
 * are read, and have the same keys.
 */
export const spotifyYoutube = publicFile({
  id: 'spotify_youtube',
  title: 'Spotify and YouTube (February 2023)',
  asOf: '2023-02-07',
  asOfWords: 'February 2023',
  selection:
    'The ten most played songs of each of some two thousand well-known artists: hits only, and a song stands once for each artist on it.',
  licence: 'Published on Kaggle; redistribution is not stated, so no copy comes with this package.',
  kind: 'video_track',
  signature: [
    'Artist',
    'Track',
    'Album',
    'Album_type',
    'Views',
    'Likes',
    'Comments',
    'Licensed',
    'official_video',
    'Stream',
  ],
  keyColumns: ['Artist', 'Album', 'Track'],
});
