import type { Finding } from '../../domain/finding.js';
import type { AnalysisContext } from '../analysis.js';
import type { Agreement } from './agreement.js';
import { artistFinding, selectionOf } from './artistFinding.js';
import { agreementId, overlapId } from './artistIds.js';
import { METRIC_WORDS } from './rankings.js';

/** Rank correlation and common top artists of every pair of rankings. */
export function agreementFindings(
  agreements: readonly Agreement[],
  context: AnalysisContext,
): Finding[] {
  return agreements.flatMap((one) => pairFindings(one, context));
}

function pairFindings(one: Agreement, context: AnalysisContext): Finding[] {
  const words = `${METRIC_WORDS[one.first].noun} and ${METRIC_WORDS[one.second].noun}`;
  const base = {
    queries: ['artist-metrics'],
    sources: one.sources,
    nUnit: 'artists',
    caveats: [
      ...selectionOf(one.sources, context),
      'Only artists that stand in both rankings are compared; the sources speak of different years.',
    ].slice(0, one.sources.length > 1 ? undefined : -1),
  } as const;
  const { estimate, ci, n, effect, method, statistic, df, p } = one.spearman;
  const correlation = artistFinding({
    ...base,
    id: agreementId(one.first, one.second),
    label: `agreement of the artist rankings by ${words}`,
    kind: 'exploratory',
    estimate,
    ci,
    unit: 'correlation',
    n,
    clusteredBy: 'artist',
    effect,
    test: { method, statistic, df, p, pAdjusted: null },
  });
  const overlap = artistFinding({
    ...base,
    id: overlapId(one.first, one.second),
    label: `artists in the top lists by ${words}`,
    estimate: one.shared,
    unit: 'artists',
    n: one.top,
  });
  return [correlation, overlap];
}
