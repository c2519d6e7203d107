import type { Finding } from '../../domain/finding.js';
import type { AnalysisContext } from '../analysis.js';
import { makeFinding, notEnoughData, type FindingSpec } from '../makeFinding.js';
import { engagementId, ratioId, type EngagementKind } from './engagementKinds.js';
import { selectionOf } from './genreCaveats.js';
import { MIN_ENGAGEMENT_ARTISTS, type GenreEngagement } from './genreEngagement.js';
import { ends } from './genreIds.js';

/** Ten percent either way. */
const RATIO_OF_INTEREST = 1.1;

/** Typical rate of the genres, and each as a multiple of the others at equal size. */
export function engagementFindings(
  kind: EngagementKind,
  genres: readonly GenreEngagement[],
  sources: readonly string[],
  cases: number,
  context: AnalysisContext,
): Finding[] {
  const base = {
    section: 'genres',
    unit: kind.table.rateUnit,
    nUnit: kind.id === 'likes' ? 'songs' : 'artists',
    queries: kind.table.queries,
    sources,
    asOf: sources[0] === undefined ? null : context.asOf(sources[0]),
    clusteredBy: 'artist',
    caveats: [...selectionOf(sources, context), kind.caveat],
  } as const;
  if (genres.length === 0) {
    const label = `${kind.label} by genre`;
    return [
      notEnoughData({ ...base, id: `genres.${kind.id}`, label }, cases, MIN_ENGAGEMENT_ARTISTS),
    ];
  }
  return ends(genres).flatMap((one) => genreFindings(base, kind, one));
}

type Base = Omit<FindingSpec, 'id' | 'label' | 'n'>;

function genreFindings(
  base: Base,
  kind: EngagementKind,
  { genre, cases: n, typical, ratio }: GenreEngagement,
): Finding[] {
  const rate = makeFinding({
    ...base,
    id: engagementId(kind, genre),
    label: `typical ${kind.label} of ${genre}`,
    estimate: typical.estimate,
    ci: typical.ci,
    n,
  });
  if (!ratio) return [rate];
  const compared = makeFinding({
    ...base,
    id: ratioId(kind, genre),
    label: `${kind.label} of ${genre} as a multiple of the other genres`,
    kind: 'exploratory',
    smallestEffect: RATIO_OF_INTEREST,
    unit: 'ratio',
    estimate: ratio.adjusted.estimate,
    ci: ratio.adjusted.ci,
    crude: ratio.crude,
    adjustedFor: [kind.sizeId],
    n,
  });
  return [rate, compared];
}
