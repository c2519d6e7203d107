import type { Estimate } from '../../domain/finding.js';
import { gather } from '../../stats/gather.js';
import { gatherCodes } from '../../stats/gatherCodes.js';
import { leastSquares } from '../../stats/leastSquares.js';
import { estimateOf } from '../estimateOf.js';
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
 * Change in the share of each genre per year of release: a linear probability model over listings, with errors that take
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
  const fit = leastSquares({
    outcome: Float64Array.from(rows, (row) => (data.genre[row] === genre ? 100 : 0)),
    terms: [{ kind: 'number', name: 'year', values: gather(data.year, rows) }],
    clusters: gatherCodes(data.artist, rows),
    errors: 'CR1',
    level,
  });
  const own = rows.filter((row) => data.genre[row] === genre);
  return {
    genre: data.genres[genre],
    listings: own.length,
    artists: new Set(gatherCodes(data.artist, own)).size,
    firstShare: shareIn(data, rows, genre, first),
    lastShare: shareIn(data, rows, genre, last),
    // The years differ, so that the slope is determined; a share that never varies has no interval.
    slope: estimateOf(fit, 'year') ?? { estimate: 0, ci: null },
  };
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
