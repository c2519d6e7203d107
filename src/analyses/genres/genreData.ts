import type { GenreListing } from '../../store/queries/genreListings.js';
import { GrowingColumn } from './growingColumn.js';

/** The listings of one source by column: one row per song and genre. */
export interface GenreData {
  readonly source: string;
  /** By name, in code unit order. */
  readonly genres: readonly string[];
  /** Index into `genres`. */
  readonly genre: Int32Array;
  /** Number of the song, the same in all its listings. */
  readonly song: Int32Array;
  /** First-named artist; songs without one have a number of their own. */
  readonly artist: Int32Array;
  /** Share of the listings whose song has an artist. */
  readonly knownArtists: number;
  /** NaN where unknown. */
  readonly year: Float64Array;
  readonly popularity: Float64Array;
  readonly songs: number;
}

/** Splits listings by source and codes them by column. Takes them one after another and keeps only columns of numbers: a million songs have more listings than that. */
export class GenreDataBuilder {
  readonly #sources = new Map<string, SourceColumns>();

  add(row: GenreListing): void {
    let columns = this.#sources.get(row.source);
    if (!columns) {
      columns = new SourceColumns(row.source);
      this.#sources.set(row.source, columns);
    }
    columns.add(row);
  }

  /** Most listings first. */
  build(): readonly GenreData[] {
    return [...this.#sources.values()]
      .map((columns) => columns.build())
      .sort((a, b) => b.genre.length - a.genre.length || (a.source < b.source ? -1 : 1));
  }
}

class SourceColumns {
  readonly #genreCodes = new Map<string, number>();
  readonly #artistCodes = new Map<number, number>();
  readonly #genre = new GrowingColumn(codes);
  readonly #artist = new GrowingColumn(codes);
  readonly #song = new GrowingColumn(codes);
  readonly #year = new GrowingColumn(numbers);
  readonly #popularity = new GrowingColumn(numbers);
  #known = 0;

  constructor(readonly source: string) {}

  add({ genre, song, artist, released_year: year, popularity }: GenreListing): void {
    this.#genre.push(codeOf(this.#genreCodes, genre));
    // Artists and artistless songs share one numbering: even for artists, odd for songs.
    this.#artist.push(codeOf(this.#artistCodes, artist === null ? song * 2 + 1 : artist * 2));
    this.#song.push(song);
    this.#year.push(year ?? Number.NaN);
    this.#popularity.push(popularity ?? Number.NaN);
    if (artist !== null) this.#known += 1;
  }

  build(): GenreData {
    const genres = [...this.#genreCodes.keys()].sort();
    const place = new Map(genres.map((name, index) => [name, index]));
    const places = [...this.#genreCodes.keys()].map((name) => place.get(name)!);
    const song = this.#song.values();
    return {
      source: this.source,
      genres,
      genre: this.#genre.values().map((code) => places[code]),
      song,
      artist: this.#artist.values(),
      knownArtists: this.#known / this.#genre.size,
      year: this.#year.values(),
      popularity: this.#popularity.values(),
      songs: countDistinct(song.slice()),
    };
  }
}

function codes(size: number): Int32Array {
  return new Int32Array(size);
}

function numbers(size: number): Float64Array {
  return new Float64Array(size);
}

/** The number of a value in the order of first appearance. */
function codeOf<Value>(codes: Map<Value, number>, value: Value): number {
  let code = codes.get(value);
  if (code === undefined) {
    code = codes.size;
    codes.set(value, code);
  }
  return code;
}

/** Sorts the values in place: a set of a million numbers takes ten times their memory. */
function countDistinct(values: Int32Array): number {
  values.sort();
  return values.reduce(
    (count, value, i) => (i > 0 && value === values[i - 1] ? count : count + 1),
    0,
  );
}
