import type { GenreListing } from '../../store/queries/genreListings.js';

/** The listings of one source by column: one row per song and genre. */
export interface GenreData {
  readonly source: string;
  /** By name, in code unit order. */
  readonly genres: readonly string[];
  /** Index into `genres`. */
  readonly genre: Int32Array;
  /** First-named artist; songs without one have a number of their own. */
  readonly artist: Int32Array;
  /** Share of the listings whose song has an artist. */
  readonly knownArtists: number;
  /** NaN where unknown. */
  readonly year: Float64Array;
  readonly popularity: Float64Array;
  readonly songs: number;
}

/** Splits listings by source, most listings first, and codes them by column. */
export function genreData(rows: readonly GenreListing[]): readonly GenreData[] {
  const bySource = new Map<string, GenreListing[]>();
  for (const row of rows) {
    const list = bySource.get(row.source);
    if (list) list.push(row);
    else bySource.set(row.source, [row]);
  }
  return [...bySource]
    .map(([source, list]) => columns(source, list))
    .sort((a, b) => b.genre.length - a.genre.length || (a.source < b.source ? -1 : 1));
}

function columns(source: string, rows: readonly GenreListing[]): GenreData {
  const genres = [...new Set(rows.map((row) => row.genre))].sort();
  const codes = new Map(genres.map((name, code) => [name, code]));
  const known = rows.reduce((count, row) => count + (row.artist === null ? 0 : 1), 0);
  return {
    source,
    genres,
    genre: Int32Array.from(rows, (row) => codes.get(row.genre)!),
    artist: artistCodes(rows),
    knownArtists: rows.length === 0 ? 0 : known / rows.length,
    year: Float64Array.from(rows, (row) => row.released_year ?? Number.NaN),
    popularity: Float64Array.from(rows, (row) => row.popularity ?? Number.NaN),
    songs: new Set(rows.map((row) => row.song)).size,
  };
}

/** Artists and artistless songs share one numbering: even for artists, odd for songs. */
function artistCodes(rows: readonly GenreListing[]): Int32Array {
  const dense = new Map<number, number>();
  return Int32Array.from(rows, (row) => {
    const key = row.artist === null ? row.song * 2 + 1 : row.artist * 2;
    const known = dense.get(key) ?? dense.size;
    dense.set(key, known);
    return known;
  });
}

/** Indices of the listings that pass. */
export function rowsWhere(data: GenreData, test: (row: number) => boolean): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < data.genre.length; row += 1) if (test(row)) rows.push(row);
  return Int32Array.from(rows);
}
