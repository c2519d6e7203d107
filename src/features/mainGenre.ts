import type { SongGenre, SongRecord } from '../store/queries/songRecords.js';

/** Sources whose genres come first, broadest vocabulary first; any other follows in code unit order. */
export const GENRE_SOURCES: readonly string[] = ['spotify_songs', 'spotify_112_genres'];

/**
 * The genre entry that stands for a song where only one can: from the first source of {@link GENRE_SOURCES} that
 * names a genre.
 */
export function mainGenre(song: SongRecord): SongGenre | null {
  const named = song.genres.filter((entry) => entry.genre !== null);
  for (const source of GENRE_SOURCES) {
    const found = named.find((entry) => entry.source === source);
    if (found) return found;
  }
  return named[0] ?? null;
}
