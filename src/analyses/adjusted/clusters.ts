import type { FeatureTable } from '../../features/featureTable.js';
import { categoryOf } from './categoryOf.js';

/** What an interval treats as one independent unit. */
export interface Clusters {
  /** `artist`, `genre`, or null where every song counts as its own. */
  readonly by: string | null;
  /** One code per row given, dense from 0. */
  readonly codes: Int32Array;
  readonly count: number;
}

/** Fewer groups than this cannot carry a cluster-robust error. */
const MIN_CLUSTERS = 10;

/**
 * Groups songs that are not independent: by artist where at least half of the songs have one (a song without counts
 * as its own), otherwise by genre, whose songs hold an artist's songs together as far as the artist keeps to one
 * genre, otherwise not at all.
 *
 * @param rows rows of the feature table, in the order of the codes that come back
 * @param exposure what is compared: it cannot be its own cluster
 */
export function clustersOf(
  table: FeatureTable,
  rows: Int32Array,
  source: string,
  exposure?: string,
): Clusters {
  for (const by of ['artist', 'genre']) {
    if (by === exposure) continue;
    const codes = categoryOf(table, by, source)?.codes;
    if (!codes) continue;
    const known = rows.reduce((count, row) => count + ((codes[row] ?? -1) >= 0 ? 1 : 0), 0);
    if (known * 2 < rows.length) continue;
    const dense = denseCodes(rows, codes);
    if (dense.count >= MIN_CLUSTERS) return { by, ...dense };
  }
  return { by: null, codes: rows.map((_, index) => index), count: rows.length };
}

/** Codes renumbered from 0 in order of appearance; a missing code becomes a group of its own. */
export function denseCodes(
  rows: Int32Array,
  codes: Int32Array,
): { codes: Int32Array; count: number } {
  const seen = new Map<number, number>();
  let count = 0;
  const dense = rows.map((row) => {
    const code = codes[row] ?? -1;
    if (code < 0) return count++;
    const known = seen.get(code);
    if (known !== undefined) return known;
    seen.set(code, count);
    return count++;
  });
  return { codes: dense, count };
}
