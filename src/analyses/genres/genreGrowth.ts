import type { Estimate } from '../../domain/finding.js';
import { gatherCodes } from '../../stats/gatherCodes.js';
import { rowsWhere } from '../rowsWhere.js';
import type { GenreData } from './genreData.js';
import { extremeYear, genreTurn, type GenreTurn } from './genreTurn.js';
import { YearlyShares } from './yearlyShares.js';

/** Growth is measured over the last years of the data. */
export const GROWTH_YEARS = 10;
const MIN_YEARS = 5;
/** A genre with fewer listings or artists in these years is not judged. */
export const MIN_GROWTH_LISTINGS = 50;
export const MIN_GROWTH_ARTISTS = 20;

export interface GenreGrowth {
  readonly genre: string;
  readonly listings: number;
  readonly artists: number;
  /** Percent of the listings of the first and of the last year. */
  readonly firstShare: number;
  readonly lastShare: number;
  /** Year of the highest share, and that share in percent. */
  readonly peakYear: number;
  readonly peakShare: number;
  /** Where the share rose and fell again, or the other way round, which the slope hides. */
  readonly turn: GenreTurn | null;
  /** Percentage points per year. */
  readonly slope: Estimate;
}

export interface GenreGrowths {
  readonly years: readonly number[];
  readonly listings: number;
  /** Fastest growing first. */
  readonly genres: readonly GenreGrowth[];
}

/**
 * Change in the share of each genre per year of release: the slope of the yearly shares, with errors that take
 * artists as independent. Intervals hold for all genres together (Bonferroni), since the fastest and
 * the slowest are picked out of them.
 *
 * @param years whole years with enough listings, ascending
 */
export function genreGrowth(data: GenreData, years: readonly number[]): GenreGrowths {
  const window = years.slice(-GROWTH_YEARS);
  if (window.length < MIN_YEARS) {
    return { years: window, listings: 0, genres: [] };
  }
  const inWindow = new Set(window);
  const rows = rowsWhere(data.genre.length, (row) => inWindow.has(data.year[row]));
  const supported = supportedGenres(data, rows);
  if (supported.length < 2) return { years: window, listings: rows.length, genres: [] };
  const level = 1 - 0.05 / supported.length;
  const genres = supported
    .map((genre) => growthOf(new YearlyShares(data, rows, genre), level))
    .sort((a, b) => b.slope.estimate - a.slope.estimate || (a.genre < b.genre ? -1 : 1));
  return { years: window, listings: rows.length, genres };
}

function supportedGenres(data: GenreData, rows: Int32Array): number[] {
  const listings = new Int32Array(data.genres.length);
  const artists = data.genres.map(() => new Set<number>());
  for (const row of rows) {
    listings[data.genre[row]] += 1;
    artists[data.genre[row]].add(data.artist[row]);
  }
  return data.genres.flatMap((_, genre) =>
    listings[genre] >= MIN_GROWTH_LISTINGS && artists[genre].size >= MIN_GROWTH_ARTISTS
      ? [genre]
      : [],
  );
}

function growthOf(shares: YearlyShares, level: number): GenreGrowth {
  const { data, rows, genre, years } = shares;
  const own = rows.filter((row) => data.genre[row] === genre);
  const peakYear = extremeYear(shares, 'peak');
  return {
    genre: data.genres[genre],
    listings: own.length,
    artists: new Set(gatherCodes(data.artist, own)).size,
    firstShare: shares.shareIn(years[0]),
    lastShare: shares.shareIn(years[years.length - 1]),
    peakYear,
    peakShare: shares.shareIn(peakYear),
    slope: shares.slope(level),
    // The extreme is picked out of the years as well as out of the genres.
    turn: genreTurn(shares, 1 - (1 - level) / years.length),
  };
}
