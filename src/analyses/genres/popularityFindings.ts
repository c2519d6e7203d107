import type { Finding } from '../../domain/finding.js';
import type { AnalysisContext } from '../analysis.js';
import { idPart } from '../idPart.js';
import { makeFinding, notEnoughData } from '../makeFinding.js';
import { clusterOf, selectionOf } from './genreCaveats.js';
import type { GenreData } from './genreData.js';
import { ends, leadId, popularityId, rankedId } from './genreIds.js';
import { MIN_GENRE_SONGS, type GenrePopularity } from './genrePopularity.js';

/** The same two points as in the declared contrasts of popularity. */
const POINTS_OF_INTEREST = 2;

/** Mean popularity of the genres of one source, and how far each lies from the songs not listed under it. */
export function popularityFindings(
  data: GenreData,
  genres: readonly GenrePopularity[],
  context: AnalysisContext,
): Finding[] {
  const base = baseOf(data, context);
  if (genres.length === 0) {
    const id = `genres.popularity.${idPart(data.source)}`;
    return [
      notEnoughData({ ...base, id, label: 'popularity by genre' }, data.songs, MIN_GENRE_SONGS),
    ];
  }
  const count = makeFinding({
    ...base,
    id: rankedId(data.source),
    label: 'genres with enough songs to be ranked',
    estimate: genres.length,
    unit: 'count',
    n: data.songs,
    clusteredBy: null,
  });
  return [count, ...ends(genres).flatMap((one) => genreFindings(base, data.source, one))];
}

type Base = ReturnType<typeof baseOf>;

function baseOf(data: GenreData, context: AnalysisContext) {
  const { clusteredBy, caveats } = clusterOf(data);
  return {
    section: 'genres',
    unit: 'points',
    nUnit: 'songs',
    queries: ['genre-listings'],
    sources: [data.source],
    asOf: context.asOf(data.source),
    clusteredBy,
    caveats: [...selectionOf([data.source], context), ...caveats],
  } as const;
}

function genreFindings(
  base: Base,
  source: string,
  { genre, popularity, difference }: GenrePopularity,
): Finding[] {
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
    label: `popularity of songs listed under ${genre} against all others of the source`,
    kind: 'exploratory',
    smallestEffect: POINTS_OF_INTEREST,
    estimate: best.estimate,
    ci: best.ci,
    crude: difference.adjusted ? difference.crude : null,
    adjustedFor: difference.adjusted ? ['release_year'] : [],
    n: popularity.n,
  });
  return [mean, lead];
}
