import type { FeatureTable } from '../../features/featureTable.js';
import { songGenreWeights } from '../../store/queries/songGenreWeights.js';
import type { Asker } from '../../store/query.js';
import { createRandom, deriveSeed } from '../../stats/random.js';
import { modelTable, takeRows, type ModelTable } from '../modelTable.js';
import { drawRows } from '../trees/boost.js';

/** What is heard in a recording. */
export const AUDIO_COLUMNS = [
  'danceability',
  'energy',
  'key',
  'loudness',
  'mode',
  'speechiness',
  'acousticness',
  'instrumentalness',
  'liveness',
  'valence',
  'tempo',
  'duration_minutes',
] as const;

/** A genre of a song, and its part of the song: all parts of a song add up to 1. */
export interface GenrePart {
  readonly genre: number;
  readonly part: number;
}

/** Songs of one source with their genres. One row per song. */
export interface GenreSongs {
  readonly source: string;
  /** Genres with enough songs, in code unit order. */
  readonly genres: readonly string[];
  /** The genres of each song, the one it is listed under most first. */
  readonly parts: readonly (readonly GenrePart[])[];
  /** Audio features, and `release_year`. */
  readonly table: ModelTable;
  /** Codes of works and artists; −1 where no artist is known. */
  readonly works: Int32Array;
  readonly artists: Int32Array;
  readonly titles: readonly string[];
  readonly artistNames: readonly string[];
}

/** A genre with fewer songs is left out. */
export const LEAST_SONGS_PER_GENRE = 20;

/** The songs of every source that knows genres, in the order of the sources' ids. */
export async function loadGenreSongs(
  reader: Asker,
  features: FeatureTable,
): Promise<readonly GenreSongs[]> {
  if (!AUDIO_COLUMNS.every((id) => features.has(id))) return [];
  const rowOf = new Map(features.ids.map((id, row) => [id, row]));
  const bySource = new Map<string, Map<number, Map<string, number>>>();
  await reader.each(songGenreWeights, ({ source, song_id, genre, weight }) => {
    const row = rowOf.get(song_id);
    if (row === undefined) return;
    const songs = bySource.get(source) ?? new Map<number, Map<string, number>>();
    const genres = songs.get(row) ?? new Map<string, number>();
    bySource.set(source, songs.set(row, genres.set(genre, weight)));
  });
  return [...bySource].map(([source, songs]) => songsOf(source, songs, features));
}

function songsOf(
  source: string,
  songs: ReadonlyMap<number, ReadonlyMap<string, number>>,
  features: FeatureTable,
): GenreSongs {
  const counts = new Map<string, number>();
  for (const genres of songs.values()) {
    for (const genre of genres.keys()) counts.set(genre, (counts.get(genre) ?? 0) + 1);
  }
  const supported = [...counts].filter(([, count]) => count >= LEAST_SONGS_PER_GENRE);
  const genres = supported.map(([genre]) => genre).sort();
  const codes = new Map(genres.map((genre, code) => [genre, code]));
  const audio = AUDIO_COLUMNS.map((id) => features.number(id));
  const listed = [...songs].flatMap(([row, weights]) => {
    const parts = partsOf(weights, codes);
    const isHeard = audio.some((values) => !Number.isNaN(values[row]));
    return parts.length > 0 && isHeard ? [{ row, parts }] : [];
  });
  const rows = listed.map(({ row }) => row);
  const columns = [...AUDIO_COLUMNS, 'release_year'].map((id) => {
    const values = features.number(id);
    return { id, kind: 'number' as const, values: Float64Array.from(rows, (row) => values[row]) };
  });
  const codesOf = (id: string): Int32Array => {
    const column = features.category(id);
    return Int32Array.from(rows, (row) => column.codes[row]);
  };
  const namesOf = (id: string): string[] => {
    const column = features.category(id);
    return rows.map((row) => column.levels[column.codes[row]] ?? '');
  };
  return {
    source,
    genres,
    parts: listed.map(({ parts }) => parts),
    table: modelTable(columns),
    works: codesOf('work_key'),
    artists: codesOf('artist_id'),
    titles: namesOf('title'),
    artistNames: namesOf('artist'),
  };
}

function partsOf(
  weights: ReadonlyMap<string, number>,
  codes: ReadonlyMap<string, number>,
): GenrePart[] {
  const known = [...weights].flatMap(([name, weight]) => {
    const genre = codes.get(name);
    return genre === undefined ? [] : [{ genre, weight }];
  });
  const total = known.reduce((sum, { weight }) => sum + weight, 0);
  return known.map(({ genre, weight }) => ({ genre, part: weight / total }));
}

/** The same songs, or so many of them drawn with the seed where there are more. */
export function drawSongs(songs: GenreSongs, most: number, seed: number): GenreSongs {
  const size = songs.parts.length;
  if (size <= most) return songs;
  const rows = drawRows(size, most / size, createRandom(deriveSeed(seed, 'genre.draw')));
  const drawn = <T>(values: readonly T[]): T[] => Array.from(rows, (row) => values[row]);
  return {
    ...songs,
    parts: drawn(songs.parts),
    table: takeRows(songs.table, rows),
    works: rows.map((row) => songs.works[row]),
    artists: rows.map((row) => songs.artists[row]),
    titles: drawn(songs.titles),
    artistNames: drawn(songs.artistNames),
  };
}
