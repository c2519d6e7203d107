import type { DataTable, TableColumn } from '../../domain/table.js';
import type { Unit } from '../../domain/unit.js';
import type { SubgenreSize } from '../../store/queries/subgenreSizes.js';
import { idPart } from '../idPart.js';
import type { GenreEngagement } from './genreEngagement.js';
import type { GenreGrowths } from './genreGrowth.js';
import type { GenrePopularity } from './genrePopularity.js';
import type { GenreYear } from './genreYears.js';

const column = (id: string, title: string, unit: Unit): TableColumn => ({ id, title, unit });

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
      column('genre', 'Genre', 'text'),
      column('songs', 'Songs', 'songs'),
      column('artists', 'Artists', 'artists'),
      column('popularity', 'Mean popularity', 'points'),
      column('low', 'From', 'points'),
      column('high', 'To', 'points'),
      column('crude', 'Against all other songs', 'points'),
      column('adjusted', 'Same, within years of release', 'points'),
      column('adjusted_low', 'From', 'points'),
      column('adjusted_high', 'To', 'points'),
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
      column('genre', 'Genre', 'text'),
      column('year', 'Year', 'year'),
      column('listings', 'Listings', 'count'),
      column('share', 'Share of listings', 'percent'),
      column('share_low', 'From', 'percent'),
      column('share_high', 'To', 'percent'),
      column('popularity', 'Mean popularity', 'points'),
      column('popularity_low', 'From', 'points'),
      column('popularity_high', 'To', 'points'),
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
      column('genre', 'Genre', 'text'),
      column('listings', 'Listings', 'count'),
      column('artists', 'Artists', 'artists'),
      column('first_share', 'Share in the first year', 'percent'),
      column('peak_share', 'Highest share', 'percent'),
      column('peak_year', 'In', 'year'),
      column('last_share', 'Share in the last year', 'percent'),
      column('slope', 'Change per year', 'percentage-points-per-year'),
      column('low', 'From', 'percentage-points-per-year'),
      column('high', 'To', 'percentage-points-per-year'),
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
      column('genre', 'Genre', 'text'),
      column('cases', words.cases, 'count'),
      column('artists', 'Artists', 'artists'),
      column('rate', words.rate, words.rateUnit),
      column('low', 'From', words.rateUnit),
      column('high', 'To', words.rateUnit),
      column('ratio', 'Ratio to other genres, equal size', 'ratio'),
      column('ratio_low', 'From', 'ratio'),
      column('ratio_high', 'To', 'ratio'),
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
      column('parent', 'Genre', 'text'),
      column('label', 'Genre or subgenre', 'text'),
      column('songs', 'Songs', 'songs'),
      column('popularity', 'Mean popularity', 'points'),
    ],
    rows: [...rows, ...children],
  };
}
