import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The public files that the benchmarks measure with, below the folder of public data. */
export const PUBLIC_FILES = [
  'spotify_songs.csv',
  'spotify_112_genres.csv',
  'spotify_youtube.csv',
  'hetrec2011-lastfm-2k/artists.dat',
  'hetrec2011-lastfm-2k/user_artists.dat',
  'hetrec2011-lastfm-2k/user_taggedartists.dat',
];

/** Of the needed files those that a folder lacks. */
export function missingFiles(dataDir, needed) {
  return needed.filter((file) => !existsSync(join(dataDir, file)));
}
