import type { ArtistMetric } from '../../store/queries/artistMetrics.js';

/** Source that observed the metric for most artists (ties to the first name), or null where none did. */
export function largestObserver(metrics: readonly ArtistMetric[], metric: string): string | null {
  const counts = new Map<string, number>();
  for (const row of metrics) {
    if (row.metric === metric) counts.set(row.source, (counts.get(row.source) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return best ? best[0] : null;
}
