import type { Asker } from '../store/query.js';
import { albumAggregates } from '../store/queries/albumAggregates.js';
import { artistAggregates } from '../store/queries/artistAggregates.js';
import { artistListening, type ArtistListeningRow } from '../store/queries/artistListening.js';
import { genreAggregates } from '../store/queries/genreAggregates.js';

/** What the store as a whole says of one artist. Listeners and plays are null where no listening source has it. */
export interface ArtistAggregate {
  readonly songs: number;
  readonly albums: number;
  readonly tags: number;
  readonly listeners: number | null;
  readonly plays: number | null;
}

/** What the store as a whole says of one genre. */
export interface GenreAggregate {
  readonly songs: number;
  readonly medianDurationMs: number | null;
}

/** What a feature may know besides the song itself: aggregates over the whole store, and as-of dates. */
export interface FeatureContext {
  artist(id: string | null): ArtistAggregate | null;
  /** Songs of the album in the store. */
  albumSongs(id: string | null): number | null;
  genre(name: string | null): GenreAggregate | null;
  /** The date a source's observations speak of (ISO). */
  asOf(source: string): string;
}

/** Queries behind the aggregates. */
export const FEATURE_CONTEXT_QUERIES: readonly string[] = [
  artistAggregates.id,
  artistListening.id,
  albumAggregates.id,
  genreAggregates.id,
];

/**
 * Reads the aggregates of the whole store, once for a feature table.
 *
 * @example
 * const context = await readFeatureContext(reader, { asOf: () => '2024-12-31' });
 */
export async function readFeatureContext(
  reader: Asker,
  options: { readonly asOf: (source: string) => string },
): Promise<FeatureContext> {
  const artists = await readArtists(reader);
  const albums = new Map(
    (await reader.ask(albumAggregates)).map(({ album_id, songs }) => [album_id, songs]),
  );
  const genres = new Map(
    (await reader.ask(genreAggregates)).map((row) => [
      row.genre,
      { songs: row.songs, medianDurationMs: row.median_duration_ms },
    ]),
  );
  return {
    artist: (id) => (id === null ? null : (artists.get(id) ?? null)),
    albumSongs: (id) => (id === null ? null : (albums.get(id) ?? null)),
    genre: (name) => (name === null ? null : (genres.get(name) ?? null)),
    asOf: options.asOf,
  };
}

async function readArtists(reader: Asker): Promise<Map<string, ArtistAggregate>> {
  const listening = audienceOf(await reader.ask(artistListening));
  const rows = await reader.ask(artistAggregates);
  return new Map(
    rows.map(({ artist_id, songs, albums, tags }) => {
      const heard = listening.get(artist_id);
      const [listeners, plays] = [heard?.listeners ?? null, heard?.plays ?? null];
      return [artist_id, { songs, albums, tags, listeners, plays }];
    }),
  );
}

/** Listening is taken from one source only, the one with the most listens: audiences of two services don't add up. */
function audienceOf(rows: readonly ArtistListeningRow[]): Map<string, ArtistListeningRow> {
  const listens = new Map<string, number>();
  for (const row of rows) listens.set(row.source, (listens.get(row.source) ?? 0) + row.listeners);
  const [leading] = [...listens].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return new Map(
    rows.filter((row) => row.source === leading?.[0]).map((row) => [row.artist_id, row]),
  );
}
