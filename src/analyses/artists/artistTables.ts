import { tableColumn, type Cell, type DataTable } from '../../domain/table.js';
import type { Agreement } from './agreement.js';
import type { Audience } from './audience.js';
import type { NamedClusters } from './similarArtists.js';
import type { ArtistEngagement } from './engagement.js';
import type { GrowthRate } from './growthRates.js';
import { METRIC_WORDS, type Ranking, type RankedMetric } from './rankings.js';

export const TOP_ROWS = 10;
const ENGAGED_ROWS = 15;

export const topTableId = (metric: RankedMetric): string => `artists.top.${metric}`;

/** The first places of a ranking, with what they rest on. */
export function topTable({ metric, source, artists }: Ranking): DataTable {
  const words = METRIC_WORDS[metric];
  const withInterval = words.value === 'mean';
  return {
    id: topTableId(metric),
    title: `Top artists by ${words.noun}`,
    grain: 'One row per artist',
    queries: ['artist-metrics'],
    sources: [source],
    columns: [
      tableColumn('rank', 'Rank', 'rank'),
      tableColumn('artist', 'Artist', 'text'),
      tableColumn('value', words.title, words.unit),
      ...(withInterval
        ? [tableColumn('low', 'From', words.unit), tableColumn('high', 'To', words.unit)]
        : []),
      ...(words.itemUnit === words.unit
        ? []
        : [
            tableColumn(
              'items',
              words.itemUnit === 'songs' ? 'Songs' : 'Listeners',
              words.itemUnit,
            ),
          ]),
    ],
    rows: artists
      .slice(0, TOP_ROWS)
      .map((artist, index): Cell[] => [
        index + 1,
        artist.name,
        artist.value,
        ...(withInterval ? [artist.ci?.low ?? null, artist.ci?.high ?? null] : []),
        ...(words.itemUnit === words.unit ? [] : [artist.items]),
      ]),
  };
}

/** The rankings side by side. */
export function leadersTable(rankings: readonly Ranking[]): DataTable {
  const longest = Math.max(0, ...rankings.map((ranking) => ranking.artists.length));
  return {
    id: 'artists.leaders',
    title: 'Top artists by each measure',
    grain: 'One row per rank',
    queries: ['artist-metrics'],
    sources: [...new Set(rankings.map((ranking) => ranking.source))],
    columns: [
      tableColumn('rank', 'Rank', 'rank'),
      ...rankings.map(({ metric }) =>
        tableColumn(metric, `By ${METRIC_WORDS[metric].noun}`, 'text'),
      ),
    ],
    rows: Array.from({ length: Math.min(TOP_ROWS, longest) }, (_, index): Cell[] => [
      index + 1,
      ...rankings.map(({ artists }) => artists[index]?.name ?? null),
    ]),
  };
}

export function agreementTable(agreements: readonly Agreement[]): DataTable {
  return {
    id: 'artists.agreement',
    title: 'How far the rankings agree',
    grain: 'One row per pair of rankings',
    queries: ['artist-metrics'],
    sources: [...new Set(agreements.flatMap((one) => one.sources))],
    columns: [
      tableColumn('first', 'Ranking', 'text'),
      tableColumn('second', 'Compared with', 'text'),
      tableColumn('artists', 'Artists in both', 'artists'),
      tableColumn('spearman', 'Rank correlation (Spearman)', 'correlation'),
      tableColumn('spearman_low', 'From', 'correlation'),
      tableColumn('spearman_high', 'To', 'correlation'),
      tableColumn('kendall', 'Rank correlation (Kendall)', 'correlation'),
      tableColumn('kendall_low', 'From', 'correlation'),
      tableColumn('kendall_high', 'To', 'correlation'),
      tableColumn('top', 'Size of the top list', 'artists'),
      tableColumn('shared', 'In both top lists', 'artists'),
    ],
    rows: agreements.map(({ first, second, spearman, kendall, top, shared }) => [
      METRIC_WORDS[first].title,
      METRIC_WORDS[second].title,
      spearman.n,
      spearman.estimate,
      spearman.ci?.low ?? null,
      spearman.ci?.high ?? null,
      kendall.estimate,
      kendall.ci?.low ?? null,
      kendall.ci?.high ?? null,
      top,
      shared,
    ]),
  };
}

export function engagementTable(source: string, artists: readonly ArtistEngagement[]): DataTable {
  return {
    id: 'artists.engagement',
    title: 'Artists with the most devoted listeners',
    grain: 'One row per artist with enough listeners',
    queries: ['supported-listens'],
    sources: [source],
    columns: [
      tableColumn('artist', 'Artist', 'text'),
      tableColumn('listeners', 'Listeners', 'listeners'),
      tableColumn('median', 'Median plays per listener', 'plays-per-listener'),
      tableColumn('low', 'From', 'plays-per-listener'),
      tableColumn('high', 'To', 'plays-per-listener'),
      tableColumn('mean', 'Mean plays per listener', 'plays-per-listener'),
      tableColumn('top_share', 'Share of plays by one listener alone', 'percent'),
    ],
    rows: artists
      .slice(0, ENGAGED_ROWS)
      .map((artist) => [
        artist.name,
        artist.listeners,
        artist.median,
        artist.ci.low,
        artist.ci.high,
        artist.plays / artist.listeners,
        artist.topListenerShare,
      ]),
  };
}

export function clustersTable(audience: Audience, clusters: NamedClusters): DataTable {
  return {
    id: 'artists.clusters',
    title: 'Groups of similar artists',
    grain: 'One row per group',
    queries: ['supported-listens', 'supported-tags'],
    sources: [audience.source],
    columns: [
      tableColumn('group', 'Group', 'rank'),
      tableColumn('name', 'Leading tags', 'text'),
      tableColumn('artists', 'Artists', 'artists'),
      tableColumn('examples', 'Most heard', 'text'),
      tableColumn('recovery', 'Share that comes back when users are redrawn', 'percent'),
    ],
    rows: clusters.groups.map((group, index) => [
      index + 1,
      group.name,
      group.members.length,
      group.members
        .slice(0, 4)
        .map((member) => audience.artists[member].name)
        .join(', '),
      group.recovery * 100,
    ]),
  };
}

export function growthTable(rates: readonly GrowthRate[]): DataTable {
  return {
    id: 'artists.growth',
    title: 'Fastest growing artists',
    grain: 'One row per source, metric and artist',
    queries: ['artist-growth'],
    sources: [...new Set(rates.map((rate) => rate.source))],
    columns: [
      tableColumn('source', 'Source', 'text'),
      tableColumn('metric', 'Measure', 'text'),
      tableColumn('artist', 'Artist', 'text'),
      tableColumn('first', 'First date', 'count'),
      tableColumn('last', 'Last date', 'count'),
      tableColumn('change', 'Change', 'percent'),
    ],
    rows: rates.flatMap(({ source, metric, fastest }) =>
      fastest
        .slice(0, TOP_ROWS)
        .map((one): Cell[] => [source, metric, one.name, one.first, one.last, one.change]),
    ),
  };
}
