import type { Estimate } from '../../domain/finding.js';
import { gatherCodes } from '../../stats/gatherCodes.js';
import { studentQuantile } from '../../stats/distributions/studentQuantile.js';
import { rowsWhere, type GenreData } from './genreData.js';

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
  const first = window[0];
  const last = window.at(-1);
  if (first === undefined || last === undefined || window.length < MIN_YEARS) {
    return { years: window, listings: 0, genres: [] };
  }
  const inWindow = new Set(window);
  const rows = rowsWhere(data, (row) => inWindow.has(data.year[row]));
  const supported = supportedGenres(data, rows);
  if (supported.length < 2) return { years: window, listings: rows.length, genres: [] };
  const level = 1 - 0.05 / supported.length;
  const genres = supported
    .map((genre) => growthOf(data, rows, genre, [first, last], level))
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

function growthOf(
  data: GenreData,
  rows: Int32Array,
  genre: number,
  [first, last]: readonly [number, number],
  level: number,
): GenreGrowth {
  const own = rows.filter((row) => data.genre[row] === genre);
  return {
    genre: data.genres[genre],
    listings: own.length,
    artists: new Set(gatherCodes(data.artist, own)).size,
    firstShare: shareIn(data, rows, genre, first),
    lastShare: shareIn(data, rows, genre, last),
    slope: slopeOfShares(data, rows, genre, level),
  };
}

/**
 * Least-squares slope of the yearly shares: every year counts the same, however many listings it has. Else the
 * newest years, which have most listings, would decide alone, and the slope would not be that of the shares shown. A weighted
 * mean of the shares, so its error is that of a sum over artists (cluster-robust, t with artists − 1 degrees of freedom).
 */
function slopeOfShares(data: GenreData, rows: Int32Array, genre: number, level: number): Estimate {
  const [all, own] = [new Map<number, number>(), new Map<number, number>()];
  for (const row of rows) {
    const year = data.year[row];
    all.set(year, (all.get(year) ?? 0) + 1);
    if (data.genre[row] === genre) own.set(year, (own.get(year) ?? 0) + 1);
  }
  const years = [...all.keys()];
  const middle = years.reduce((sum, year) => sum + year, 0) / years.length;
  const spread = years.reduce((sum, year) => sum + (year - middle) ** 2, 0);
  const shareOf = (year: number): number => (own.get(year) ?? 0) / (all.get(year) ?? 1);
  const weightOf = (year: number): number => (100 * (year - middle)) / spread;
  const estimate = years.reduce((sum, year) => sum + weightOf(year) * shareOf(year), 0);
  const scores = new Map<number, number>();
  for (const row of rows) {
    const year = data.year[row];
    const off = (data.genre[row] === genre ? 1 : 0) - shareOf(year);
    const score = (weightOf(year) / (all.get(year) ?? 1)) * off;
    scores.set(data.artist[row], (scores.get(data.artist[row]) ?? 0) + score);
  }
  const clusters = scores.size;
  const squares = [...scores.values()].reduce((sum, score) => sum + score * score, 0);
  if (clusters < 2 || squares === 0) return { estimate, ci: null };
  const se = Math.sqrt((squares * clusters) / (clusters - 1));
  const margin = studentQuantile(1 - (1 - level) / 2, clusters - 1) * se;
  return { estimate, ci: { low: estimate - margin, high: estimate + margin, level } };
}

function shareIn(data: GenreData, rows: Int32Array, genre: number, year: number): number {
  let all = 0;
  let own = 0;
  for (const row of rows) {
    if (data.year[row] !== year) continue;
    all += 1;
    if (data.genre[row] === genre) own += 1;
  }
  return all === 0 ? 0 : (own / all) * 100;
}
