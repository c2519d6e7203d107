import type { Interval } from '../../domain/testResult.js';
import { normalQuantile } from '../../stats/distributions/normalQuantile.js';
import type { SupportedListen } from '../../store/queries/supportedListens.js';

/** How devoted the listeners of one artist are. */
export interface ArtistEngagement {
  readonly id: string;
  readonly name: string;
  readonly listeners: number;
  readonly plays: number;
  /** Of the plays per listener; robust against a single user who plays an artist all day. */
  readonly median: number;
  readonly ci: Interval;
  /** Percent of the plays that come from the one listener with most. */
  readonly topListenerShare: number;
}

/** Median plays per listener of each artist, highest first. */
export function artistEngagement(
  listens: readonly SupportedListen[],
  nameOf: ReadonlyMap<string, string>,
): readonly ArtistEngagement[] {
  const byArtist = new Map<string, number[]>();
  for (const { artist_id: id, plays } of listens) {
    const list = byArtist.get(id);
    if (list) list.push(plays);
    else byArtist.set(id, [plays]);
  }
  return [...byArtist]
    .map(([id, plays]) => engagementOf(id, nameOf.get(id) ?? id, Float64Array.from(plays).sort()))
    .sort((a, b) => b.median - a.median || (a.id < b.id ? -1 : 1));
}

function engagementOf(id: string, name: string, sorted: Float64Array): ArtistEngagement {
  const total = sorted.reduce((sum, plays) => sum + plays, 0);
  return {
    id,
    name,
    listeners: sorted.length,
    plays: total,
    ...medianWithInterval(sorted),
    topListenerShare: (sorted.at(-1)! / total) * 100,
  };
}

/**
 * Median of ascending values with the distribution-free interval between two order statistics (Conover 1999,
 * section 3.2, normal approximation of the ranks); the whole range where the values are few.
 */
export function medianWithInterval(
  sorted: Float64Array,
  level = 0.95,
): { readonly median: number; readonly ci: Interval } {
  const n = sorted.length;
  const middle = (n - 1) / 2;
  const median = (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
  const reach = (normalQuantile((1 + level) / 2) * Math.sqrt(n)) / 2;
  const low = sorted[Math.max(0, Math.ceil(n / 2 - reach) - 1)];
  const high = sorted[Math.min(n - 1, Math.ceil(n / 2 + reach) - 1)];
  return { median, ci: { low, high, level } };
}
