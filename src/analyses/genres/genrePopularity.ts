import type { Estimate } from '../../domain/finding.js';
import { gather } from '../../stats/gather.js';
import { gatherCodes } from '../../stats/gatherCodes.js';
import { leastSquares } from '../../stats/leastSquares.js';
import { estimateOf } from '../estimateOf.js';
import { clusteredMean, type ClusteredMean } from '../clusteredMean.js';
import { rowsWhere } from '../rowsWhere.js';
import type { GenreData } from './genreData.js';

/** A genre with fewer songs is not ranked. */
export const MIN_GENRE_SONGS = 30;
/** Where genres are more, only this many at each end of the ranking are compared with the others. */
export const COMPARED_EACH_END = 10;

/** Popularity of the songs that one source lists under a genre. */
export interface GenrePopularity {
  readonly genre: string;
  readonly artists: number;
  readonly popularity: ClusteredMean;
  /** Against the songs of the source that are not listed under it; null in the middle of a long ranking. */
  readonly difference: { readonly crude: Estimate; readonly adjusted: Estimate | null } | null;
}

/**
 * Mean popularity of each genre, and its difference from the songs that are not listed under it: as it is, and among
 * songs released in the same year. Song by song: one under two genres belongs to each of them. Intervals take artists as independent, not songs. Most popular first.
 */
export function genrePopularity(data: GenreData): readonly GenrePopularity[] {
  const rows = rowsWhere(data.genre.length, (row) => Number.isFinite(data.popularity[row]));
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
  const songs = firstListings(data, rows);
  return means.map(({ code, ...mean }, place) => {
    const isEnd = Math.min(place, means.length - 1 - place) < COMPARED_EACH_END;
    const difference = means.length > 1 && isEnd ? differenceOf(data, songs, code) : null;
    return { ...mean, difference };
  });
}

/** The first listing of each song. */
function firstListings(data: GenreData, rows: Int32Array): Int32Array {
  const seen = new Uint8Array(largest(data.song) + 1);
  return rows.filter((row) => {
    const isFirst = seen[data.song[row]] === 0;
    seen[data.song[row]] = 1;
    return isFirst;
  });
}

/** 1 for the songs that are listed under the genre, otherwise 0. */
function listedUnder(data: GenreData, songs: Int32Array, genre: number): Float64Array {
  const listed = new Uint8Array(largest(data.song) + 1);
  data.genre.forEach((code, row) => {
    if (code === genre) listed[data.song[row]] = 1;
  });
  return Float64Array.from(songs, (row) => listed[data.song[row]]);
}

function largest(codes: Int32Array): number {
  return codes.reduce((most, code) => Math.max(most, code), 0);
}

/** @param songs one listing of each song */
function differenceOf(
  data: GenreData,
  songs: Int32Array,
  genre: number,
): GenrePopularity['difference'] {
  const outcome = gather(data.popularity, songs);
  const clusters = gatherCodes(data.artist, songs);
  const term = {
    kind: 'number',
    name: 'genre',
    values: listedUnder(data, songs, genre),
  } as const;
  const crude = leastSquares({ outcome, terms: [term], clusters, errors: 'CR1' });
  const years = Int32Array.from(songs, (row) => {
    const year = data.year[row];
    return Number.isFinite(year) ? year : -1;
  });
  const dated = years.reduce((count, year) => count + (year >= 0 ? 1 : 0), 0);
  const adjusted =
    dated * 2 < songs.length
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
