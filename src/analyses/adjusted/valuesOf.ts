import { METRICS } from '../../domain/draft.js';
import type { FeatureTable } from '../../features/featureTable.js';
import { artistSongCounts } from './artistSongCounts.js';

const LOG = 'log10_';

/**
 * A numeric column of the feature table by the name a hypothesis uses, one value per song, NaN where missing.
 *
 * A metric (`popularity`, `streams`) is taken from one source only, never averaged across sources, and so is the number of
 * songs of an artist. `log10_` before
 * a metric or a feature takes the decimal logarithm, and zero or less becomes missing.
 *
 * @returns null where the table has no such column
 * @example
 * valuesOf(table, 'log10_streams', 'spotify_youtube');
 */
export function valuesOf(table: FeatureTable, id: string, source: string): Float64Array | null {
  if (isMetric(id)) return table.observation(id, source);
  if (id.startsWith(LOG) && isMetric(id.slice(LOG.length))) {
    return log10(table.observation(id.slice(LOG.length), source));
  }
  if (id === 'artist_song_count') return artistSongCounts(table, source);
  if (table.has(id)) return table.number(id);
  if (id.startsWith(LOG) && table.has(id.slice(LOG.length)))
    return log10(table.number(id.slice(LOG.length)));
  return null;
}

/** Whether the id names an observation, which has a source, rather than a feature. */
export function isMetric(id: string): boolean {
  return (METRICS as readonly string[]).includes(id);
}

/** The metric behind an outcome (`log10_streams` → `streams`), or null for a feature. */
export function metricOf(id: string): string | null {
  const plain = id.startsWith(LOG) ? id.slice(LOG.length) : id;
  return isMetric(plain) ? plain : null;
}

function log10(values: Float64Array): Float64Array {
  return values.map((value) => (value > 0 ? Math.log10(value) : Number.NaN));
}
