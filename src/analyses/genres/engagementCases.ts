import type { ArtistGenre } from '../../store/queries/artistGenres.js';
import type { ArtistMetric } from '../../store/queries/artistMetrics.js';
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

/** Source with the most artists in the metric, or null where none observed it. */
export function largestObserver(metrics: readonly ArtistMetric[], metric: string): string | null {
  const counts = new Map<string, number>();
  for (const row of metrics) {
    if (row.metric === metric) counts.set(row.source, (counts.get(row.source) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return best ? best[0] : null;
}

/** Plays per listener of the artists that have a genre and enough listeners, in one listening source. */
export function listeningCases(
  metrics: readonly ArtistMetric[],
  source: string,
  genreOf: ReadonlyMap<string, string>,
): EngagementCase[] {
  return metrics.flatMap((row) => {
    const genre = genreOf.get(row.artist_id);
    const fits = row.metric === 'plays' && row.source === source && row.items >= MIN_LISTENERS;
    if (!fits || genre === undefined || row.total <= 0) return [];
    return [{ genre, artist: row.artist_id, rate: row.total / row.items, size: row.items }];
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
