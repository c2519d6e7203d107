import type { Finding } from '../../domain/finding.js';
import type { Unit } from '../../domain/unit.js';
import type { AnalysisContext } from '../analysis.js';
import { makeFinding, notEnoughData, type FindingSpec } from '../makeFinding.js';
import { clusterOf, selectionOf } from './genreCaveats.js';
import type { GenreData } from './genreData.js';
import type { GenreGrowth, GenreGrowths } from './genreGrowth.js';
import { ends, growthId, sinceId, turnShareId, turnYearId } from './genreIds.js';
import { MIN_YEAR_LISTINGS } from './genreYears.js';

/** A percentage point in ten years. */
const SHARE_OF_INTEREST = 0.1;

/** The first and the last year that the trends of genres cover. */
export function yearFindings(
  data: GenreData,
  years: readonly number[],
  context: AnalysisContext,
): Finding[] {
  const base = { ...placeOf(data, context), unit: 'year' } as const;
  const dated = data.year.reduce((count, year) => count + (Number.isFinite(year) ? 1 : 0), 0);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined || years.length < 2) {
    const label = 'years of release with enough songs';
    return [
      notEnoughData({ ...base, id: 'genres.last-year', label }, dated, 2 * MIN_YEAR_LISTINGS),
    ];
  }
  const yearFinding = (which: 'first' | 'last', estimate: number): Finding =>
    makeFinding({
      ...base,
      id: `genres.${which}-year`,
      label: `${which} year of the genre trends`,
      estimate,
      n: dated,
    });
  return [yearFinding('first', first), yearFinding('last', last)];
}

/** How the share of each genre changes over the years of release, and where it turned. */
export function growthFindings(
  data: GenreData,
  growth: GenreGrowths,
  context: AnalysisContext,
): Finding[] {
  const place = placeOf(data, context);
  const first = growth.years[0];
  if (growth.genres.length === 0 || first === undefined) {
    const unit: Unit = 'percentage-points-per-year';
    const spec = { ...place, id: 'genres.growth', label: 'change in the share of a genre', unit };
    return [notEnoughData(spec, growth.listings, 5 * MIN_YEAR_LISTINGS)];
  }
  const start = makeFinding({
    ...place,
    id: 'genres.growth-from',
    label: 'first year of the growth of genres',
    unit: 'year',
    estimate: first,
    n: growth.listings,
  });
  const { clusteredBy, caveats } = clusterOf(data);
  const base = {
    ...place,
    n: growth.listings,
    clusteredBy,
    caveats: [
      ...place.caveats,
      ...caveats,
      'Shares are of what was still listed at the as-of date, not of what was released.',
      'The interval holds for all genres of the comparison together (Bonferroni).',
    ],
  };
  return [
    start,
    ...ends(growth.genres).flatMap((one) => [slopeFinding(base, one), ...turnFindings(base, one)]),
  ];
}

function placeOf(data: GenreData, context: AnalysisContext) {
  return {
    section: 'genres',
    nUnit: 'count',
    queries: ['genre-listings'],
    sources: [data.source],
    asOf: context.asOf(data.source),
    caveats: selectionOf([data.source], context),
  } as const;
}

type Base = Omit<FindingSpec, 'id' | 'label' | 'unit'>;

function slopeFinding(base: Base, { genre, slope }: GenreGrowth): Finding {
  return makeFinding({
    ...base,
    id: growthId(genre),
    label: `change in the share of ${genre}`,
    kind: 'exploratory',
    smallestEffect: SHARE_OF_INTEREST,
    unit: 'percentage-points-per-year',
    estimate: slope.estimate,
    ci: slope.ci,
  });
}

function turnFindings(base: Base, { genre, turn }: GenreGrowth): readonly Finding[] {
  if (turn === null) return [];
  const extreme = turn.kind === 'peak' ? 'highest' : 'lowest';
  return [
    makeFinding({
      ...base,
      id: turnYearId(genre),
      label: `year of release in which the share of ${genre} was ${extreme}`,
      unit: 'year',
      estimate: turn.year,
    }),
    makeFinding({
      ...base,
      id: turnShareId(genre),
      label: `${extreme} share of ${genre} in the listings of a year of release`,
      unit: 'percent',
      estimate: turn.share,
    }),
    makeFinding({
      ...base,
      id: sinceId(genre),
      label: `mean share of ${genre} in the years since its share was ${extreme}, against that year`,
      kind: 'exploratory',
      unit: 'percentage-points',
      estimate: turn.since.estimate,
      ci: turn.since.ci,
    }),
  ];
}
