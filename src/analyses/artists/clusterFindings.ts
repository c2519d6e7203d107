import type { Finding } from '../../domain/finding.js';
import { describe } from '../../stats/describe.js';
import { quantile } from '../../stats/quantile.js';
import type { AnalysisContext } from '../analysis.js';
import { notEnoughData, type FindingSpec } from '../makeFinding.js';
import { artistFinding, selectionOf } from './artistFinding.js';
import { recoveryId } from './artistIds.js';
import type { Audience } from './audience.js';
import { MIN_SUPPORT } from './loadArtists.js';
import { closestPair, MIN_GROUPED, type NamedClusters } from './similarArtists.js';

/** The artists among whom the most similar pair is looked for. */
const AMONG = 100;

/** How many groups of similar artists there are, how stable, and the closest pair. */
export function clusterFindings(
  audience: Audience | null,
  clusters: NamedClusters | null,
  context: AnalysisContext,
): Finding[] {
  const base = baseOf(audience, context);
  if (!audience || !clusters) {
    const label = 'groups of similar artists';
    const n = audience?.artists.length ?? 0;
    return [
      notEnoughData(
        { ...base, section: 'artists', id: 'artists.clusters', label, unit: 'count' },
        n,
        MIN_GROUPED,
      ),
    ];
  }
  const n = audience.artists.length;
  return [
    ...sizeFindings(base, clusters, n),
    stabilityFinding(base, clusters.agreement, n),
    ...recoveryFindings(base, clusters),
    ...pairFinding(base, audience, clusters),
  ];
}

type Base = Pick<FindingSpec, 'nUnit' | 'queries' | 'sources' | 'asOf' | 'caveats'>;

function baseOf(audience: Audience | null, context: AnalysisContext): Base {
  const common = { nUnit: 'artists', queries: ['supported-listens', 'supported-tags'] } as const;
  if (!audience) return { ...common, sources: [], asOf: null, caveats: [] };
  return {
    ...common,
    sources: [audience.source],
    asOf: context.asOf(audience.source),
    caveats: [
      ...selectionOf([audience.source], context),
      'Artists with too few listeners stay out, so that the groups speak of the well-known part of the catalogue.',
    ],
  };
}

function sizeFindings(base: Base, clusters: NamedClusters, n: number): Finding[] {
  return [
    artistFinding({
      ...base,
      id: 'artists.clusters',
      label: 'groups of similar artists',
      estimate: clusters.groups.length,
      unit: 'count',
      n,
    }),
    artistFinding({
      ...base,
      id: 'artists.clusters.support',
      label: 'listeners that an artist needs to be compared',
      estimate: MIN_SUPPORT,
      unit: 'listeners',
      n,
    }),
    artistFinding({
      ...base,
      id: 'artists.clusters.modularity',
      label: 'modularity of the groups',
      estimate: clusters.modularity,
      unit: 'index',
      n,
    }),
  ];
}

function recoveryFindings(base: Base, clusters: NamedClusters): Finding[] {
  return clusters.groups.map((group, index) =>
    artistFinding({
      ...base,
      id: recoveryId(index),
      label: `share of the group “${group.name}” that comes back when users are redrawn`,
      estimate: group.recovery * 100,
      unit: 'percent',
      n: group.members.length,
    }),
  );
}

function stabilityFinding(base: Base, agreement: readonly number[], n: number): Finding {
  return artistFinding({
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
    artistFinding({
      ...base,
      id: 'artists.closest',
      label: `similarity of ${first.name} and ${second.name}`,
      estimate: pair.similarity,
      unit: 'index',
      n: Math.min(AMONG, size),
    }),
  ];
}
