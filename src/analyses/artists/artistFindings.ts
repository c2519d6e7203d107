import type { Finding } from '../../domain/finding.js';
import { describe } from '../../stats/describe.js';
import { quantile } from '../../stats/quantile.js';
import type { AnalysisContext } from '../analysis.js';
import { idPart } from '../idPart.js';
import { makeFinding, notEnoughData, type FindingSpec } from '../makeFinding.js';
import type { Agreement } from './agreement.js';
import type { Audience } from './audience.js';
import { medianWithInterval, type ArtistEngagement } from './engagement.js';
import { MIN_GROWING, type GrowthRate } from './growthRates.js';
import type { ArtistsInput } from './loadArtists.js';
import { MIN_SUPPORT } from './loadArtists.js';
import { METRIC_WORDS, type RankedMetric, type Ranking } from './rankings.js';
import { closestPair, MIN_GROUPED, type NamedClusters } from './similarArtists.js';

/** The artists among whom the most similar pair is looked for. */
const AMONG = 100;

function artists(spec: Omit<FindingSpec, 'section'>): Finding {
  return makeFinding({ section: 'artists', ...spec });
}

function selectionOf(sources: readonly string[], context: AnalysisContext): string[] {
  return context.sources
    .filter((stamp) => sources.includes(stamp.source))
    .map((stamp) => stamp.selection);
}

export const topId = (metric: RankedMetric): string => `artists.top.${metric}`;

export function topFindings(rankings: readonly Ranking[], context: AnalysisContext): Finding[] {
  return rankings.flatMap(({ metric, source, artists: list }) => {
    const words = METRIC_WORDS[metric];
    const base = {
      queries: ['artist-metrics'],
      sources: [source],
      asOf: context.asOf(source),
      caveats: selectionOf([source], context),
    } as const;
    const [first] = list;
    const count = artists({
      ...base,
      id: `artists.ranked.${metric}`,
      label: `artists ranked by ${words.noun}`,
      estimate: list.length,
      unit: 'artists',
      n: list.length,
      nUnit: 'artists',
    });
    if (!first) return [count];
    const top = artists({
      ...base,
      id: topId(metric),
      label: `${words.noun} of the first in the ranking, ${first.name}`,
      estimate: first.value,
      ci: first.ci,
      unit: words.unit,
      n: first.items,
      nUnit: words.itemUnit,
    });
    return [count, top];
  });
}

export const agreementId = (first: RankedMetric, second: RankedMetric): string =>
  `artists.agreement.${first}-${second}`;
export const overlapId = (first: RankedMetric, second: RankedMetric): string =>
  `artists.overlap.${first}-${second}`;

export function agreementFindings(
  agreements: readonly Agreement[],
  context: AnalysisContext,
): Finding[] {
  return agreements.flatMap((one) => {
    const words = `${METRIC_WORDS[one.first].noun} and ${METRIC_WORDS[one.second].noun}`;
    const base = {
      queries: ['artist-metrics'],
      sources: one.sources,
      caveats: [
        ...selectionOf(one.sources, context),
        'Only artists that stand in both rankings are compared; the sources speak of different years.',
      ].slice(0, one.sources.length > 1 ? undefined : -1),
    } as const;
    const { spearman } = one;
    const correlation = artists({
      ...base,
      id: agreementId(one.first, one.second),
      label: `agreement of the artist rankings by ${words}`,
      kind: 'exploratory',
      estimate: spearman.estimate,
      ci: spearman.ci,
      unit: 'correlation',
      n: spearman.n,
      nUnit: 'artists',
      clusteredBy: 'artist',
      effect: spearman.effect,
      test: {
        method: spearman.method,
        statistic: spearman.statistic,
        df: spearman.df,
        p: spearman.p,
        pAdjusted: null,
      },
    });
    const overlap = artists({
      ...base,
      id: overlapId(one.first, one.second),
      label: `artists in the top lists by ${words}`,
      estimate: one.shared,
      unit: 'artists',
      n: one.top,
      nUnit: 'artists',
    });
    return [correlation, overlap];
  });
}

export function engagementFindings(
  source: string | null,
  list: readonly ArtistEngagement[],
  context: AnalysisContext,
): Finding[] {
  const base = {
    section: 'artists',
    unit: 'plays-per-listener',
    nUnit: 'artists',
    queries: ['supported-listens'],
    sources: source === null ? [] : [source],
    asOf: source === null ? null : context.asOf(source),
    caveats: source === null ? [] : selectionOf([source], context),
  } as const;
  const label = 'typical plays per listener of an artist with enough listeners';
  const [first] = list;
  if (!first) {
    return [notEnoughData({ ...base, id: 'artists.engagement', label }, 0, 1)];
  }
  const medians = Float64Array.from(list, (artist) => artist.median).sort();
  const { median, ci } = medianWithInterval(medians);
  return [
    artists({ ...base, id: 'artists.engagement', label, estimate: median, ci, n: list.length }),
    artists({
      ...base,
      id: 'artists.engagement.first',
      label: `median plays per listener of ${first.name}`,
      estimate: first.median,
      ci: first.ci,
      n: first.listeners,
      nUnit: 'listeners',
    }),
  ];
}

export const recoveryId = (group: number): string => `artists.clusters.recovery.${group + 1}`;

export function clusterFindings(
  audience: Audience | null,
  clusters: NamedClusters | null,
  context: AnalysisContext,
): Finding[] {
  const base = {
    section: 'artists',
    nUnit: 'artists',
    queries: ['supported-listens', 'supported-tags'],
    sources: audience ? [audience.source] : [],
    asOf: audience ? context.asOf(audience.source) : null,
    caveats: audience
      ? [
          ...selectionOf([audience.source], context),
          'Artists with too few listeners stay out, so that the groups speak of the well-known part of the catalogue.',
        ]
      : [],
  } as const;
  if (!audience || !clusters) {
    const label = 'groups of similar artists';
    const n = audience?.artists.length ?? 0;
    return [
      notEnoughData({ ...base, id: 'artists.clusters', label, unit: 'count' }, n, MIN_GROUPED),
    ];
  }
  const n = audience.artists.length;
  return [
    artists({
      ...base,
      id: 'artists.clusters',
      label: 'groups of similar artists',
      estimate: clusters.groups.length,
      unit: 'count',
      n,
    }),
    artists({
      ...base,
      id: 'artists.clusters.support',
      label: 'listeners that an artist needs to be compared',
      estimate: MIN_SUPPORT,
      unit: 'listeners',
      n,
    }),
    artists({
      ...base,
      id: 'artists.clusters.modularity',
      label: 'modularity of the groups',
      estimate: clusters.modularity,
      unit: 'index',
      n,
    }),
    stabilityFinding(base, clusters.agreement, n),
    ...clusters.groups.map((group, index) =>
      artists({
        ...base,
        id: recoveryId(index),
        label: `share of the group “${group.name}” that comes back when users are redrawn`,
        estimate: group.recovery * 100,
        unit: 'percent',
        n: group.members.length,
      }),
    ),
    ...pairFinding(base, audience, clusters),
  ];
}

type Base = Pick<FindingSpec, 'nUnit' | 'queries' | 'sources' | 'asOf' | 'caveats'>;

function stabilityFinding(base: Base, agreement: readonly number[], n: number): Finding {
  return artists({
    ...base,
    id: 'artists.clusters.stability',
    label: 'agreement of the groups with those from redrawn users (adjusted Rand index)',
    estimate: describe(agreement).mean,
    ci: { low: quantile(agreement, 0.025), high: quantile(agreement, 0.975), level: 0.95 },
    unit: 'index',
    n,
    clusteredBy: 'user',
    caveats: [
      ...(base.caveats ?? []),
      'The interval holds the middle of the values from redrawn users, not the uncertainty of their mean.',
    ],
  });
}

function pairFinding(base: Base, audience: Audience, clusters: NamedClusters): Finding[] {
  const size = audience.artists.length;
  const pair = closestPair(clusters, size, AMONG);
  if (!pair) return [];
  const [first, second] = [audience.artists[pair.first], audience.artists[pair.second]];
  return [
    artists({
      ...base,
      id: 'artists.closest',
      label: `similarity of ${first.name} and ${second.name}`,
      estimate: pair.similarity,
      unit: 'index',
      n: Math.min(AMONG, size),
    }),
  ];
}

export const growthId = (source: string, metric: string): string =>
  `artists.growth.${idPart(source)}.${metric}`;

export function growthFindings(
  rates: readonly GrowthRate[],
  dates: ArtistsInput['dates'],
  context: AnalysisContext,
): Finding[] {
  if (rates.length === 0) {
    const most = dates.reduce((count, row) => Math.max(count, row.dates), 0);
    return [
      makeFinding({
        id: 'artists.growth',
        section: 'artists',
        label: 'growth of artists',
        unit: 'percent',
        n: most,
        nUnit: 'count',
        queries: ['snapshot-dates'],
        sources: [...new Set(dates.map((row) => row.source))],
        note:
          most < 2
            ? 'growth cannot be told: every source observed its figures on one date only'
            : `not enough data: fewer than ${MIN_GROWING} artists were observed on two dates`,
      }),
    ];
  }
  return rates.map((rate) =>
    artists({
      id: growthId(rate.source, rate.metric),
      label: `typical change of an artist’s ${rate.metric} from ${rate.firstOn} to ${rate.lastOn}`,
      estimate: rate.change.estimate,
      ci: rate.change.ci,
      unit: 'percent',
      n: rate.artists,
      nUnit: 'artists',
      queries: ['artist-growth'],
      sources: [rate.source],
      asOf: rate.lastOn,
      clusteredBy: 'artist',
      caveats: selectionOf([rate.source], context),
    }),
  );
}
