import type { Estimate } from '../../domain/finding.js';
import { leastSquares, type LeastSquaresFit } from '../../stats/leastSquares.js';
import { clusteredMean, type ClusteredMean } from '../clusteredMean.js';
import { codesAt, numbersAt, rowsWhere, type GenreData } from './genreData.js';

/** A genre with fewer songs is not ranked. */
export const MIN_GENRE_SONGS = 30;
/** Comparisons against the other genres stop after this many rows fitted, so that a million songs stay affordable. */
const MAX_FITTED_ROWS = 6_000_000;

/** Popularity of the songs that one source lists under a genre. */
export interface GenrePopularity {
  readonly genre: string;
  readonly artists: number;
  readonly popularity: ClusteredMean;
  /** Against all other listings of the source; null where they were not compared. */
  readonly difference: { readonly crude: Estimate; readonly adjusted: Estimate | null } | null;
}

/**
 * Mean popularity of each genre, and its difference from the other genres: as it is, and among songs released in
 * the same year. Intervals take artists as independent, not songs. Most popular first.
 */
export function genrePopularity(data: GenreData): readonly GenrePopularity[] {
  const rows = rowsWhere(data, (row) => Number.isFinite(data.popularity[row]));
  const counts = new Int32Array(data.genres.length);
  for (const row of rows) counts[data.genre[row]!]! += 1;
  const ranked = data.genres.flatMap((_, genre) =>
    counts[genre]! >= MIN_GENRE_SONGS ? [genre] : [],
  );
  const compare = ranked.length > 1 && ranked.length * rows.length <= MAX_FITTED_ROWS;
  return ranked
    .map((genre) => {
      const own = rows.filter((row) => data.genre[row] === genre);
      const artists = codesAt(data.artist, own);
      const popularity = clusteredMean(numbersAt(data.popularity, own), artists);
      return {
        genre: data.genres[genre]!,
        artists: popularity.clusters,
        popularity,
        difference: compare ? differenceOf(data, rows, genre) : null,
      };
    })
    .sort((a, b) => b.popularity.mean - a.popularity.mean || (a.genre < b.genre ? -1 : 1));
}

function differenceOf(
  data: GenreData,
  rows: Int32Array,
  genre: number,
): GenrePopularity['difference'] {
  const outcome = numbersAt(data.popularity, rows);
  const inGenre = Float64Array.from(rows, (row) => (data.genre[row] === genre ? 1 : 0));
  const clusters = codesAt(data.artist, rows);
  const term = { kind: 'number', name: 'genre', values: inGenre } as const;
  const crude = leastSquares({ outcome, terms: [term], clusters, errors: 'CR1' });
  const years = Int32Array.from(rows, (row) => {
    const year = data.year[row]!;
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
  return { crude: estimateOf(crude)!, adjusted: adjusted && estimateOf(adjusted) };
}

function estimateOf(fit: LeastSquaresFit): Estimate | null {
  const { estimate, ci } = fit.coefficient('genre');
  return Number.isFinite(estimate) ? { estimate, ci: Number.isFinite(ci.low) ? ci : null } : null;
}
