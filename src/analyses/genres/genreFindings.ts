import type { Finding } from '../../domain/finding.js';
import type { Unit } from '../../domain/unit.js';
import type { AnalysisContext } from '../analysis.js';
import { idPart } from '../idPart.js';
import { makeFinding, notEnoughData } from '../makeFinding.js';
import type { GenreData } from './genreData.js';
import { MIN_ENGAGEMENT_ARTISTS, type GenreEngagement } from './genreEngagement.js';
import type { GenreGrowths } from './genreGrowth.js';
import { MIN_GENRE_SONGS, type GenrePopularity } from './genrePopularity.js';
import type { EngagementTableWords } from './genreTables.js';
import { MIN_YEAR_LISTINGS } from './genreYears.js';

/** The same two points as in the declared contrasts of popularity. */
const POINTS_OF_INTEREST = 2;
/** A percentage point in ten years. */
const SHARE_OF_INTEREST = 0.1;
/** Ten percent either way. */
const RATIO_OF_INTEREST = 1.1;

/** Findings are made for all genres where they are few, otherwise for this many at each end of a ranking. */
const EACH_END = 5;

/** The first and the last of a ranking, each once. */
export function ends<Item>(items: readonly Item[], each = EACH_END): readonly Item[] {
  return items.length <= 2 * each ? items : [...items.slice(0, each), ...items.slice(-each)];
}

export const popularityId = (source: string, genre: string): string =>
  `genres.popularity.${idPart(source)}.${idPart(genre)}`;
export const leadId = (source: string, genre: string): string =>
  `genres.lead.${idPart(source)}.${idPart(genre)}`;
export const growthId = (genre: string): string => `genres.growth.${idPart(genre)}`;

function selectionOf(source: string, context: AnalysisContext): string[] {
  const stamp = context.sources.find((one) => one.source === source);
  return stamp ? [stamp.selection] : [];
}

function clusterOf(data: GenreData): { clusteredBy: string | null; caveats: string[] } {
  if (data.knownArtists >= 0.5) return { clusteredBy: 'artist', caveats: [] };
  return {
    clusteredBy: null,
    caveats: [
      'The source names no artists, so that each song counts as independent and intervals may be too narrow.',
    ],
  };
}

export function popularityFindings(
  data: GenreData,
  genres: readonly GenrePopularity[],
  context: AnalysisContext,
): Finding[] {
  const { source } = data;
  const cluster = clusterOf(data);
  const base = {
    section: 'genres',
    unit: 'points',
    nUnit: 'songs',
    queries: ['genre-listings'],
    sources: [source],
    asOf: context.asOf(source),
    clusteredBy: cluster.clusteredBy,
    caveats: [...selectionOf(source, context), ...cluster.caveats],
  } as const;
  if (genres.length === 0) {
    const id = `genres.popularity.${idPart(source)}`;
    return [
      notEnoughData({ ...base, id, label: 'popularity by genre' }, data.songs, MIN_GENRE_SONGS),
    ];
  }
  const count = makeFinding({
    ...base,
    id: `genres.ranked.${idPart(source)}`,
    label: 'genres with enough songs to be ranked',
    estimate: genres.length,
    unit: 'count',
    n: data.songs,
    clusteredBy: null,
  });
  const measured = ends(genres).flatMap(({ genre, popularity, difference }) => {
    const mean = makeFinding({
      ...base,
      id: popularityId(source, genre),
      label: `mean popularity of songs listed under ${genre}`,
      estimate: popularity.mean,
      ci: popularity.ci,
      n: popularity.n,
    });
    const best = difference && (difference.adjusted ?? difference.crude);
    if (!difference || !best) return [mean];
    const lead = makeFinding({
      ...base,
      id: leadId(source, genre),
      label: `popularity of ${genre} against the other genres`,
      kind: 'exploratory',
      smallestEffect: POINTS_OF_INTEREST,
      estimate: best.estimate,
      ci: best.ci,
      crude: difference.adjusted ? difference.crude : null,
      adjustedFor: difference.adjusted ? ['release_year'] : [],
      n: popularity.n,
    });
    return [mean, lead];
  });
  return [count, ...measured];
}

export function yearFindings(
  data: GenreData,
  years: readonly number[],
  context: AnalysisContext,
): Finding[] {
  const base = {
    section: 'genres',
    unit: 'year',
    nUnit: 'count',
    queries: ['genre-listings'],
    sources: [data.source],
    asOf: context.asOf(data.source),
    caveats: selectionOf(data.source, context),
  } as const;
  const dated = data.year.reduce((count, year) => count + (Number.isFinite(year) ? 1 : 0), 0);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined || years.length < 2) {
    const label = 'years of release with enough songs';
    return [
      notEnoughData({ ...base, id: 'genres.last-year', label }, dated, 2 * MIN_YEAR_LISTINGS),
    ];
  }
  return [
    makeFinding({
      ...base,
      id: 'genres.first-year',
      label: 'first year of the genre trends',
      estimate: first,
      n: dated,
    }),
    makeFinding({
      ...base,
      id: 'genres.last-year',
      label: 'last year of the genre trends',
      estimate: last,
      n: dated,
    }),
  ];
}

export function growthFindings(
  data: GenreData,
  growth: GenreGrowths,
  context: AnalysisContext,
): Finding[] {
  const { source } = data;
  const cluster = clusterOf(data);
  const base = {
    section: 'genres',
    nUnit: 'count',
    queries: ['genre-listings'],
    sources: [source],
    asOf: context.asOf(source),
    caveats: [
      ...selectionOf(source, context),
      ...cluster.caveats,
      'Shares are of what was still listed at the as-of date, not of what was released.',
    ],
  } as const;
  const first = growth.years[0];
  if (growth.genres.length === 0 || first === undefined) {
    const label = 'change in the share of a genre';
    const unit: Unit = 'percentage-points-per-year';
    return [
      notEnoughData(
        { ...base, id: 'genres.growth', label, unit },
        growth.listings,
        5 * MIN_YEAR_LISTINGS,
      ),
    ];
  }
  const start = makeFinding({
    ...base,
    id: 'genres.growth-from',
    label: 'first year of the growth of genres',
    unit: 'year',
    estimate: first,
    n: growth.listings,
  });
  const slopes = ends(growth.genres).map((one) =>
    makeFinding({
      ...base,
      id: growthId(one.genre),
      label: `change in the share of ${one.genre}`,
      kind: 'exploratory',
      smallestEffect: SHARE_OF_INTEREST,
      unit: 'percentage-points-per-year',
      estimate: one.slope.estimate,
      ci: one.slope.ci,
      n: growth.listings,
      clusteredBy: cluster.clusteredBy,
      caveats: [
        ...base.caveats,
        'The interval holds for all genres of the comparison together (Bonferroni).',
      ],
    }),
  );
  return [start, ...slopes];
}

/** What is compared between genres, in words. */
export interface EngagementKind {
  readonly id: 'listening' | 'likes';
  readonly label: string;
  readonly nUnit: Unit;
  readonly sizeId: string;
  readonly caveat: string;
  readonly table: Omit<EngagementTableWords, 'sources'>;
}

export const LISTENING: EngagementKind = {
  id: 'listening',
  label: 'plays per listener',
  nUnit: 'artists',
  sizeId: 'listeners',
  caveat:
    'An artist’s genre is the one under which most of its songs are listed; artists without a listed song stay out.',
  table: {
    id: 'genres.listening',
    title: 'Typical plays per listener by genre',
    cases: 'Artists counted',
    rate: 'Typical plays per listener',
    rateUnit: 'plays-per-listener',
    queries: ['artist-listening', 'artist-genres'],
  },
};

export const LIKES: EngagementKind = {
  id: 'likes',
  label: 'likes per thousand views',
  nUnit: 'views',
  sizeId: 'views',
  caveat:
    'A video’s genre is the one under which most songs of its artist are listed; artists without a listed song stay out.',
  table: {
    id: 'genres.likes',
    title: 'Likes per thousand views by genre',
    cases: 'Videos',
    rate: 'Typical likes per thousand views',
    rateUnit: 'likes-per-1000-views',
    queries: ['video-engagement', 'artist-genres'],
  },
};

export const engagementId = (kind: EngagementKind, genre: string): string =>
  `genres.${kind.id}.${idPart(genre)}`;
export const ratioId = (kind: EngagementKind, genre: string): string =>
  `genres.${kind.id}-ratio.${idPart(genre)}`;

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
    caveats: [...sources.flatMap((source) => selectionOf(source, context)), kind.caveat],
  } as const;
  if (genres.length === 0) {
    const label = `${kind.label} by genre`;
    return [
      notEnoughData({ ...base, id: `genres.${kind.id}`, label }, cases, MIN_ENGAGEMENT_ARTISTS),
    ];
  }
  return ends(genres).flatMap(({ genre, cases: n, typical, ratio }) => {
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
  });
}
