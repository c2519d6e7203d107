import { METRICS } from '../../domain/draft.js';
import type { FeatureTable } from '../../features/featureTable.js';
import { categoryOf } from './categoryOf.js';

const COLUMN = 'artist_song_count';

/**
 * The number of songs of each row's artist that one source holds, NaN where no artist is known.
 *
 * Songs of other sources do not count: a source that holds well-known artists only would add songs to them alone, and
 * the number would stand for fame. Where every song of the table is the source's (or the source observed nothing, such as the store
 * as a whole), it is the column of the table, which knows all credits; else the artist that a song names first is counted.
 *
 * @returns null where the table has no such column
 * @example
 * artistSongCounts(table, 'spotify_songs');
 */
export function artistSongCounts(table: FeatureTable, source: string): Float64Array | null {
  if (!table.has(COLUMN)) return null;
  const artists = categoryOf(table, 'artist', source);
  const held = heldBy(table, source);
  if (!artists || held === null) return table.number(COLUMN);
  const songs = new Float64Array(artists.levels.length);
  artists.codes.forEach((code, row) => {
    if (code >= 0 && held[row] === 1) songs[code] += 1;
  });
  return Float64Array.from(artists.codes, (code) => (code < 0 ? Number.NaN : songs[code]));
}

/** 1 for each song that the source observed; null where it observed all or none. */
function heldBy(table: FeatureTable, source: string): Uint8Array | null {
  const columns = METRICS.filter((metric) =>
    table.observers(metric).some((observer) => observer.source === source),
  ).map((metric) => table.observation(metric, source));
  const held = Uint8Array.from({ length: table.size }, (_, row) =>
    columns.some((column) => Number.isFinite(column[row])) ? 1 : 0,
  );
  const count = held.reduce((sum, one) => sum + one, 0);
  return count === 0 || count === table.size ? null : held;
}
