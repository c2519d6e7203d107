import type { Estimate } from '../../domain/finding.js';
import { gather } from '../../stats/gather.js';
import { gatherCodes } from '../../stats/gatherCodes.js';
import { leastSquares } from '../../stats/leastSquares.js';
import { estimateOf } from '../estimateOf.js';
import { clusteredMean, type ClusteredMean } from '../clusteredMean.js';
import { rowsWhere, type GenreData } from './genreData.js';

/** A genre with fewer songs is not ranked. */
export const MIN_GENRE_SONGS = 30;
/** Where genres are more, only this many at each end of the ranking are compared with the others. */
export const COMPARED_EACH_END = 10;

/** Popularity of the songs that one source lists under a genre. */
export interface GenrePopularity {
  readonly genre: string;
  readonly artists: number;
  readonly popularity: ClusteredMean;
  /** Against all other listings of the source; null in the middle of a long ranking. */
  readonly difference: { readonly crude: Estimate; readonly adjusted: Estimate | null } | null;
}

/**
 * Mean popularity of each genre, and its difference from the other genres: as it is, and among songs released in
 * the same year. Intervals take artists as independent, not songs. Most popular first.
 */
export function genrePopularity(data: GenreData): readonly GenrePopularity[] {
  const rows = rowsWhere(data, (row) => Number.isFinite(data.popularity[row]));
  const counts = new Int32Array(data.genres.length);
  for (const row of rows) counts[data.genre[row]] += 1;
  const ranked = data.genres.flatMap((_, genre) =>
    counts[genre] >= MIN_GENRE_SONGS ? [genre] : [],
  );
  const means = ranked
    .map((genre) => {
      const own = rows.filter((row) => data.genre[row] === genre);
      const artists = gatherCodes(data.artist, own);
      const popularity = clusteredMean(gather(data.popularity, own), artists);
      return { code: genre, genre: data.genres[genre], artists: popularity.clusters, popularity };
    })
    .sort((a, b) => b.popularity.mean - a.popularity.mean || (a.genre < b.genre ? -1 : 1));
  return means.map(({ code, ...mean }, place) => {
    const isEnd = Math.min(place, means.length - 1 - place) < COMPARED_EACH_END;
    const difference = means.length > 1 && isEnd ? differenceOf(data, rows, code) : null;
    return { ...mean, difference };
  });
}

function differenceOf(
  data: GenreData,
  rows: Int32Array,
  genre: number,
): GenrePopularity['difference'] {
  const outcome = gather(data.popularity, rows);
  const inGenre = Float64Array.from(rows, (row) => (data.genre[row] === genre ? 1 : 0));
  const clusters = gatherCodes(data.artist, rows);
  const term = { kind: 'number', name: 'genre', values: inGenre } as const;
  const crude = leastSquares({ outcome, terms: [term], clusters, errors: 'CR1' });
  const years = Int32Array.from(rows, (row) => {
    const year = data.year[row];
    return Number.isFinite(year) ? year : -1;
  });
  const dated = years.reduce((count, year) => count + (year >= 0 ? 1 : 0), 0);
  const adjusted =
    dated * 2 < rows.length
      ? null
      : leastSquares({
          outcome,
          terms: [term],
          absorb: { name: 'release_year', codes: years },
          clusters,
          errors: 'CR1',
        });
  const plain = estimateOf(crude, 'genre');
  return plain && { crude: plain, adjusted: adjusted && estimateOf(adjusted, 'genre') };
}
