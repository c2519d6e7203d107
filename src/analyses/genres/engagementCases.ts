import type { ArtistGenre } from '../../store/queries/artistGenres.js';
import type { ArtistListeningRow } from '../../store/queries/artistListening.js';
import type { VideoEngagement } from '../../store/queries/videoEngagement.js';
import type { EngagementCase } from './genreEngagement.js';

/** An artist heard by fewer users has a rate that rests on too few of them. */
export const MIN_LISTENERS = 5;

/** Main genre of each artist in one source. */
export function genreByArtist(
  genres: readonly ArtistGenre[],
  source: string,
): ReadonlyMap<string, string> {
  return new Map(
    genres.filter((row) => row.source === source).map((row) => [row.artist_id, row.genre]),
  );
}

/** The source of most rows (ties to the first name), or null where there is none. */
export function largestSource(rows: readonly { readonly source: string }[]): string | null {
  const counts = new Map<string, number>();
  for (const { source } of rows) counts.set(source, (counts.get(source) ?? 0) + 1);
  const [best] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return best ? best[0] : null;
}

/** Typical plays per listener (geometric means) of the artists that have a genre and enough listeners, in one source. */
export function listeningCases(
  listening: readonly ArtistListeningRow[],
  source: string,
  genreOf: ReadonlyMap<string, string>,
): EngagementCase[] {
  return listening.flatMap((row) => {
    const genre = genreOf.get(row.artist_id);
    const fits = row.source === source && row.listeners >= MIN_LISTENERS;
    if (!fits || genre === undefined) return [];
    return [{ genre, artist: row.artist_id, rate: Math.exp(row.mean_log), size: row.listeners }];
  });
}

/** Likes per 1,000 views of the videos whose artist has a genre. */
export function videoCases(
  videos: readonly VideoEngagement[],
  source: string,
  genreOf: ReadonlyMap<string, string>,
): EngagementCase[] {
  return videos.flatMap(({ source: from, artist_id: artist, views, likes }) => {
    const genre = genreOf.get(artist);
    if (from !== source || genre === undefined) return [];
    return [{ genre, artist, rate: (likes / views) * 1000, size: views }];
  });
}
