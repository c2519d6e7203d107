import type { FeatureTable } from '../../features/featureTable.js';
import { orderOf } from '../../stats/orderOf.js';
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
  const songs = songsOf(table, source);
  if (songs === null) return rows;
  const seen = new Uint8Array(table.size);
  return rows.filter((row) => {
    const isNew = seen[songs[row]] === 0;
    seen[songs[row]] = 1;
    return isNew;
  });
}

/** A table never changes, and each comparison asks it. */
const known = new WeakMap<FeatureTable, Map<string, Int32Array | null>>();

/** Per row the first row of the same song; null where nothing tells. */
function songsOf(table: FeatureTable, source: string): Int32Array | null {
  const bySource = known.get(table) ?? new Map<string, Int32Array | null>();
  known.set(table, bySource);
  const found = bySource.get(source);
  if (found !== undefined) return found;
  const songs = findSongs(table, source);
  bySource.set(source, songs);
  return songs;
}

function findSongs(table: FeatureTable, source: string): Int32Array | null {
  const counts = table.observers('streams').some((observer) => observer.source === source);
  if (!counts || !table.has('title')) return null;
  const titles = table.category('title').codes;
  const streams = table.observation('streams', source);
  const songs = Int32Array.from(titles.keys());
  joinRepeats(songs, titles, streams);
  const views = valuesOf(table, 'log10_views', source);
  if (views) {
    const unstreamed = views.map((value, row) =>
      Number.isNaN(streams[row]) && Number.isFinite(value) ? value : Number.NaN,
    );
    joinRepeats(songs, titles, unstreamed);
  }
  return songs;
}

/** Gives rows of one title and figure the first of them. Sorted, for a dictionary of a million rows takes more room. */
function joinRepeats(songs: Int32Array, titles: Int32Array, figures: Float64Array): void {
  const order = orderOf(figures);
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && figures[order[end]] === figures[order[start]]) end += 1;
    if (end - start === 1) continue;
    const firstOf = new Map<number, number>();
    for (const row of order.subarray(start, end)) {
      if (titles[row] < 0) continue;
      const first = firstOf.get(titles[row]) ?? row;
      firstOf.set(titles[row], first);
      songs[row] = first;
    }
  }
}
