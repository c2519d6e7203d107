import { gather } from '../../stats/gather.js';
import { gatherCodes } from '../../stats/gatherCodes.js';
import { clusteredMean, type ClusteredMean } from '../clusteredMean.js';
import { rowsWhere } from '../rowsWhere.js';
import type { GenreData } from './genreData.js';

/** A year with fewer listings is not shown. */
export const MIN_YEAR_LISTINGS = 100;
/** A genre needs as many listings in a year for its mean popularity there. */
const MIN_CELL = 20;
/** How far back the lines go. */
export const YEARS_SHOWN = 20;

/** One genre in one year of release. */
export interface GenreYear {
  readonly genre: string;
  readonly year: number;
  readonly listings: number;
  /** Percent of the year's listings. */
  readonly share: ClusteredMean;
  /** Null with fewer than {@link MIN_CELL} songs. */
  readonly popularity: ClusteredMean | null;
}

/**
 * Whole years of release that hold enough listings, ascending: the year of the as-of date is left out unless that
 * date is in its last month, and at most {@link YEARS_SHOWN} are kept.
 *
 * @param asOf ISO date
 */
export function wholeYears(data: GenreData, asOf: string): readonly number[] {
  const last = Number(asOf.slice(0, 4)) - (asOf.slice(5, 7) === '12' ? 0 : 1);
  const counts = new Map<number, number>();
  for (const year of data.year) {
    if (Number.isFinite(year) && year <= last) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts]
    .filter(([year, count]) => count >= MIN_YEAR_LISTINGS && year > last - YEARS_SHOWN)
    .map(([year]) => year)
    .sort((a, b) => a - b);
}

/** Share of listings and mean popularity of the genres in each year. */
export function genreYears(
  data: GenreData,
  years: readonly number[],
  genres: readonly string[],
): readonly GenreYear[] {
  const codes = genres.map((genre) => data.genres.indexOf(genre));
  return years.flatMap((year) => {
    const rows = rowsWhere(data.genre.length, (row) => data.year[row] === year);
    const artists = gatherCodes(data.artist, rows);
    return genres.map((genre, index) => {
      const flags = Float64Array.from(rows, (row) => (data.genre[row] === codes[index] ? 100 : 0));
      const own = rows.filter((row) => data.genre[row] === codes[index]);
      return {
        genre,
        year,
        listings: own.length,
        share: within(clusteredMean(flags, artists), 0, 100),
        popularity: popularityOf(data, own),
      };
    });
  });
}

function popularityOf(data: GenreData, rows: Int32Array): ClusteredMean | null {
  const known = rows.filter((row) => Number.isFinite(data.popularity[row]));
  if (known.length < MIN_CELL) return null;
  return within(
    clusteredMean(gather(data.popularity, known), gatherCodes(data.artist, known)),
    0,
    100,
  );
}

/** An interval that does not leave the scale. */
function within(mean: ClusteredMean, low: number, high: number): ClusteredMean {
  if (!mean.ci) return mean;
  const ci = {
    ...mean.ci,
    low: Math.max(low, mean.ci.low),
    high: Math.min(high, mean.ci.high),
  };
  return { ...mean, ci };
}
