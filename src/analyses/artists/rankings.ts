import type { Interval } from '../../domain/testResult.js';
import type { Unit } from '../../domain/unit.js';
import { studentQuantile } from '../../stats/distributions/studentQuantile.js';
import type { ArtistMetric } from '../../store/queries/artistMetrics.js';

export const RANKED_METRICS = ['plays', 'listeners', 'popularity', 'streams', 'views'] as const;
export type RankedMetric = (typeof RANKED_METRICS)[number];

/** The mean popularity of fewer songs says little of an artist. */
export const MIN_SONGS = 5;

/** How a metric ranks artists, in words. */
export interface MetricWords {
  readonly title: string;
  /** "by plays" */
  readonly noun: string;
  readonly unit: Unit;
  /** What `items` counts. */
  readonly itemUnit: Unit;
  readonly value: 'total' | 'mean';
}

export const METRIC_WORDS: Readonly<Record<RankedMetric, MetricWords>> = {
  plays: { title: 'Plays', noun: 'plays', unit: 'plays', itemUnit: 'listeners', value: 'total' },
  listeners: {
    title: 'Listeners',
    noun: 'listeners',
    unit: 'listeners',
    itemUnit: 'listeners',
    value: 'total',
  },
  popularity: {
    title: 'Mean popularity',
    noun: 'mean popularity',
    unit: 'points',
    itemUnit: 'songs',
    value: 'mean',
  },
  streams: {
    title: 'Streams',
    noun: 'streams',
    unit: 'streams',
    itemUnit: 'songs',
    value: 'total',
  },
  views: {
    title: 'Video views',
    noun: 'video views',
    unit: 'views',
    itemUnit: 'songs',
    value: 'total',
  },
};

export interface RankedArtist {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  /** Listeners or songs behind the value. */
  readonly items: number;
  /** Of a mean; null for totals, which are counts of what the source holds. */
  readonly ci: Interval | null;
}

/** Artists by one metric of one source, largest first. */
export interface Ranking {
  readonly metric: RankedMetric;
  readonly source: string;
  readonly artists: readonly RankedArtist[];
}

/**
 * Ranks artists by each metric, from the source with most artists in it (ties to the first name). Takes the rows one
 * after another and keeps of each only what a ranking needs: a million songs have as many rows.
 */
export class RankingBuilder {
  readonly #lists = new Map<RankedMetric, Map<string, RankedArtist[]>>();

  add(row: ArtistMetric): void {
    const metric = RANKED_METRICS.find((one) => one === row.metric);
    if (metric === undefined || (metric === 'popularity' && row.items < MIN_SONGS)) return;
    const bySource = this.#lists.get(metric) ?? new Map<string, RankedArtist[]>();
    this.#lists.set(metric, bySource);
    const list = bySource.get(row.source) ?? [];
    bySource.set(row.source, list);
    list.push(rankedArtist(metric, row));
  }

  /** Metrics that nobody observed are left out. */
  build(): readonly Ranking[] {
    return RANKED_METRICS.flatMap((metric) => {
      const [best] = [...(this.#lists.get(metric) ?? [])].sort(
        ([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1),
      );
      if (!best) return [];
      const artists = best[1].sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1));
      return [{ metric, source: best[0], artists }];
    });
  }
}

function rankedArtist(metric: RankedMetric, row: ArtistMetric): RankedArtist {
  const isMean = METRIC_WORDS[metric].value === 'mean';
  return {
    id: row.artist_id,
    name: row.name,
    value: isMean ? row.mean : row.total,
    items: row.items,
    ci: isMean ? meanInterval(row) : null,
  };
}

function meanInterval({ items, mean, deviation }: ArtistMetric): Interval | null {
  if (deviation === null || items < 2) return null;
  const margin = (studentQuantile(0.975, items - 1) * deviation) / Math.sqrt(items);
  return { low: mean - margin, high: mean + margin, level: 0.95 };
}
