/** Things whose fields can come from several sources. */
export type MergedEntity = 'song' | 'album' | 'artist' | 'audio_features';

/** Stands in a list for every source that it does not name: tables of the user's own, and the sample. */
const ANY_OTHER = '*';

const BY_CARE = ['spotify_songs', 'spotify_112_genres', 'spotify_youtube', ANY_OTHER, 'lastfm_2k'];

/**
 * Which source is believed where several give the same field: the first in the list wins, whatever the order in
 * which they were loaded. Among equals the first value stays.
 *
 * The catalogues that carry Spotify's own ids come first; the top-ten-songs table after them, for its matches are by
 * name; listeners' data last, for its names are typed by people.
 */
export const SOURCE_PRIORITY: Readonly<Record<MergedEntity, readonly string[]>> = {
  song: BY_CARE,
  album: BY_CARE,
  artist: BY_CARE,
  audio_features: BY_CARE,
};

/**
 * The place of a source in a priority list; smaller is better.
 *
 * @example
 * sourceRank(['a', '*', 'b'], 'something else'); // 1
 */
export function sourceRank(priority: readonly string[], source: string): number {
  const place = priority.indexOf(source);
  if (place >= 0) return place;
  const others = priority.indexOf(ANY_OTHER);
  return others >= 0 ? others : priority.length;
}
