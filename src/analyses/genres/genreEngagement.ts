import type { Estimate } from '../../domain/finding.js';
import { leastSquares } from '../../stats/leastSquares.js';
import { clusteredMean } from '../clusteredMean.js';
import { estimateOf } from '../estimateOf.js';

/** A genre with fewer artists is not compared. */
export const MIN_ENGAGEMENT_ARTISTS = 20;

/** One artist (plays per listener) or one video (likes per view). */
export interface EngagementCase {
  readonly genre: string;
  readonly artist: string;
  /** What is compared: plays per listener, likes per 1,000 views; positive. */
  readonly rate: number;
  /** What the rate is adjusted for: listeners, views; positive. */
  readonly size: number;
}

export interface GenreEngagement {
  readonly genre: string;
  readonly cases: number;
  readonly artists: number;
  /** Geometric mean of the rate. */
  readonly typical: Estimate;
  /** Ratio to the other genres, as it is and at equal size; null where it cannot be told (a single genre). */
  readonly ratio: { readonly crude: Estimate; readonly adjusted: Estimate } | null;
}

/**
 * Compares a rate between genres on the log scale, because a few artists have rates many times the usual one: geometric
 * means, and ratios to all other genres, with errors that take artists as independent. Highest first.
 */
export function genreEngagement(cases: readonly EngagementCase[]): readonly GenreEngagement[] {
  const byGenre = new Map<string, Set<string>>();
  for (const { genre, artist } of cases) {
    byGenre.set(genre, (byGenre.get(genre) ?? new Set()).add(artist));
  }
  const genres = [...byGenre]
    .filter(([, artists]) => artists.size >= MIN_ENGAGEMENT_ARTISTS)
    .map(([genre]) => genre);
  const kept = cases.filter((one) => genres.includes(one.genre));
  const columns = columnsOf(kept);
  return genres
    .map((genre) => ({
      genre,
      cases: kept.reduce((count, one) => count + (one.genre === genre ? 1 : 0), 0),
      artists: byGenre.get(genre)!.size,
      typical: typicalOf(kept, columns, genre),
      ratio: genres.length < 2 ? null : ratioOf(kept, columns, genre),
    }))
    .sort((a, b) => b.typical.estimate - a.typical.estimate || (a.genre < b.genre ? -1 : 1));
}

interface Columns {
  readonly rate: Float64Array;
  readonly size: Float64Array;
  readonly artist: Int32Array;
}

function columnsOf(cases: readonly EngagementCase[]): Columns {
  const codes = new Map<string, number>();
  const codeOf = (artist: string): number => {
    const code = codes.get(artist) ?? codes.size;
    codes.set(artist, code);
    return code;
  };
  return {
    rate: Float64Array.from(cases, (one) => Math.log(one.rate)),
    size: Float64Array.from(cases, (one) => Math.log(one.size)),
    artist: Int32Array.from(cases, (one) => codeOf(one.artist)),
  };
}

function typicalOf(cases: readonly EngagementCase[], columns: Columns, genre: string): Estimate {
  const own = Int32Array.from(cases.keys()).filter((row) => cases[row].genre === genre);
  const { mean, ci } = clusteredMean(
    Float64Array.from(own, (row) => columns.rate[row]),
    Int32Array.from(own, (row) => columns.artist[row]),
  );
  return exponential({ estimate: mean, ci });
}

function ratioOf(
  cases: readonly EngagementCase[],
  { rate, size, artist }: Columns,
  genre: string,
): GenreEngagement['ratio'] {
  const term = {
    kind: 'number',
    name: 'genre',
    values: Float64Array.from(cases, (one) => (one.genre === genre ? 1 : 0)),
  } as const;
  const sizes = { kind: 'number', name: 'size', values: size } as const;
  const fit = (terms: readonly (typeof term | typeof sizes)[]): Estimate | null => {
    const found = leastSquares({ outcome: rate, terms, clusters: artist, errors: 'CR1' });
    const estimate = estimateOf(found, 'genre');
    return estimate && exponential(estimate);
  };
  const [crude, adjusted] = [fit([term]), fit([term, sizes])];
  return crude && adjusted && { crude, adjusted };
}

function exponential({ estimate, ci }: Estimate): Estimate {
  return {
    estimate: Math.exp(estimate),
    ci: ci && { low: Math.exp(ci.low), high: Math.exp(ci.high), level: ci.level },
  };
}
