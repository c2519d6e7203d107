import { tableColumn, type DataTable } from '../../domain/table.js';
import type { Unit } from '../../domain/unit.js';
import type { SubgenreSize } from '../../store/queries/subgenreSizes.js';
import { idPart } from '../idPart.js';
import type { GenreEngagement } from './genreEngagement.js';
import type { GenreGrowths } from './genreGrowth.js';
import type { GenrePopularity } from './genrePopularity.js';
import type { GenreYear } from './genreYears.js';

/** Id of the table of mean popularity by genre in one source. */
export function popularityTableId(source: string): string {
  return `genres.popularity.${idPart(source)}`;
}

/** One row per genre of a source, most popular first. */
export function popularityTable(source: string, genres: readonly GenrePopularity[]): DataTable {
  return {
    id: popularityTableId(source),
    title: 'Popularity by genre',
    grain: 'One row per genre',
    queries: ['genre-listings'],
    sources: [source],
    columns: [
      tableColumn('genre', 'Genre', 'text'),
      tableColumn('songs', 'Songs', 'songs'),
      tableColumn('artists', 'Artists', 'artists'),
      tableColumn('popularity', 'Mean popularity', 'points'),
      tableColumn('low', 'From', 'points'),
      tableColumn('high', 'To', 'points'),
      tableColumn('crude', 'Against all other songs', 'points'),
      tableColumn('adjusted', 'Same, within years of release', 'points'),
      tableColumn('adjusted_low', 'From', 'points'),
      tableColumn('adjusted_high', 'To', 'points'),
    ],
    rows: genres.map(({ genre, artists, popularity, difference }) => [
      genre,
      popularity.n,
      artists,
      popularity.mean,
      popularity.ci?.low ?? null,
      popularity.ci?.high ?? null,
      difference?.crude.estimate ?? null,
      difference?.adjusted?.estimate ?? null,
      difference?.adjusted?.ci?.low ?? null,
      difference?.adjusted?.ci?.high ?? null,
    ]),
  };
}

export function yearsTable(source: string, cells: readonly GenreYear[]): DataTable {
  return {
    id: 'genres.years',
    title: 'Genres by year of release',
    grain: 'One row per genre and year of release',
    queries: ['genre-listings'],
    sources: [source],
    columns: [
      tableColumn('genre', 'Genre', 'text'),
      tableColumn('year', 'Year', 'year'),
      tableColumn('listings', 'Listings', 'count'),
      tableColumn('share', 'Share of listings', 'percent'),
      tableColumn('share_low', 'From', 'percent'),
      tableColumn('share_high', 'To', 'percent'),
      tableColumn('popularity', 'Mean popularity', 'points'),
      tableColumn('popularity_low', 'From', 'points'),
      tableColumn('popularity_high', 'To', 'points'),
    ],
    rows: cells.map(({ genre, year, listings, share, popularity }) => [
      genre,
      year,
      listings,
      share.mean,
      share.ci?.low ?? null,
      share.ci?.high ?? null,
      popularity?.mean ?? null,
      popularity?.ci?.low ?? null,
      popularity?.ci?.high ?? null,
    ]),
  };
}

export function growthTable(source: string, growth: GenreGrowths): DataTable {
  return {
    id: 'genres.growth',
    title: 'Emerging and fading genres',
    grain: 'One row per genre with enough listings',
    queries: ['genre-listings'],
    sources: [source],
    columns: [
      tableColumn('genre', 'Genre', 'text'),
      tableColumn('listings', 'Listings', 'count'),
      tableColumn('artists', 'Artists', 'artists'),
      tableColumn('first_share', 'Share in the first year', 'percent'),
      tableColumn('peak_share', 'Highest share', 'percent'),
      tableColumn('peak_year', 'In', 'year'),
      tableColumn('last_share', 'Share in the last year', 'percent'),
      tableColumn('slope', 'Change per year', 'percentage-points-per-year'),
      tableColumn('low', 'From', 'percentage-points-per-year'),
      tableColumn('high', 'To', 'percentage-points-per-year'),
    ],
    rows: growth.genres.map((one) => [
      one.genre,
      one.listings,
      one.artists,
      one.firstShare,
      one.peakShare,
      one.peakYear,
      one.lastShare,
      one.slope.estimate,
      one.slope.ci?.low ?? null,
      one.slope.ci?.high ?? null,
    ]),
  };
}

/** How an engagement table speaks of its rate. */
export interface EngagementTableWords {
  readonly id: string;
  readonly title: string;
  readonly cases: string;
  readonly rate: string;
  readonly rateUnit: Unit;
  readonly queries: readonly string[];
  readonly sources: readonly string[];
}

export function engagementTable(
  words: EngagementTableWords,
  genres: readonly GenreEngagement[],
): DataTable {
  return {
    id: words.id,
    title: words.title,
    grain: 'One row per genre with enough artists',
    queries: words.queries,
    sources: words.sources,
    columns: [
      tableColumn('genre', 'Genre', 'text'),
      tableColumn('cases', words.cases, 'count'),
      tableColumn('artists', 'Artists', 'artists'),
      tableColumn('rate', words.rate, words.rateUnit),
      tableColumn('low', 'From', words.rateUnit),
      tableColumn('high', 'To', words.rateUnit),
      tableColumn('ratio', 'Ratio to other genres, equal size', 'ratio'),
      tableColumn('ratio_low', 'From', 'ratio'),
      tableColumn('ratio_high', 'To', 'ratio'),
    ],
    rows: genres.map(({ genre, cases, artists, typical, ratio }) => [
      genre,
      cases,
      artists,
      typical.estimate,
      typical.ci?.low ?? null,
      typical.ci?.high ?? null,
      ratio?.adjusted.estimate ?? null,
      ratio?.adjusted.ci?.low ?? null,
      ratio?.adjusted.ci?.high ?? null,
    ]),
  };
}

/** Genres and their subgenres by number of songs; a genre without subgenres stands alone. */
export function sizesTable(
  source: string,
  popularity: readonly GenrePopularity[],
  subgenres: readonly SubgenreSize[],
): DataTable {
  const rows = popularity.map(({ genre, popularity: mean }) => [null, genre, mean.n, mean.mean]);
  const known = new Set(popularity.map(({ genre }) => genre));
  const children = subgenres
    .filter((row) => row.source === source && known.has(row.genre))
    .map((row) => [row.genre, row.subgenre, row.songs, row.popularity]);
  return {
    id: 'genres.sizes',
    title: 'Genres and subgenres by number of songs',
    grain: 'One row per genre or subgenre',
    queries: ['genre-listings', 'subgenre-sizes'],
    sources: [source],
    columns: [
      tableColumn('parent', 'Genre', 'text'),
      tableColumn('label', 'Genre or subgenre', 'text'),
      tableColumn('songs', 'Songs', 'songs'),
      tableColumn('popularity', 'Mean popularity', 'points'),
    ],
    rows: [...rows, ...children],
  };
}
