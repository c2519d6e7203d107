import type { FeatureTable } from '../../features/featureTable.js';
import { valuesOf } from './valuesOf.js';

/**
 * The rows without repeats. A source that lists a song under each of its artists gives it several rows; they are one song
 * where title and number of streams are the same, or, where streams are unknown, title and views of the video. The first
 * row stays, so that n counts songs and no song speaks twice.
 *
 * @param rows in the order in which they are preferred
 * @returns all rows where the table has no titles or the source observed no streams: then nothing tells a repeat
 * @example
 * const songs = songsOnce(table, 'spotify_youtube', rows);
 */
export function songsOnce(table: FeatureTable, source: string, rows: Int32Array): Int32Array {
  const counts = table.observers('streams').some((observer) => observer.source === source);
  if (!counts || !table.has('title')) return rows;
  const titles = table.category('title').codes;
  const streams = table.observation('streams', source);
  const views = valuesOf(table, 'log10_views', source);
  const seen = new Set<string>();
  return rows.filter((row) => {
    const isStreamed = Number.isFinite(streams[row]);
    const figure = isStreamed ? streams[row] : (views?.[row] ?? Number.NaN);
    if ((titles[row] ?? -1) < 0 || !Number.isFinite(figure)) return true;
    const key = `${titles[row]} ${isStreamed ? 'streams' : 'views'} ${figure}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
