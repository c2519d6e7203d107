import type { ArtistData, Tagging } from './artistData.js';
import { sparseRows, transposeRows, type SparseCell, type SparseRows } from './sparseRows.js';
import { tagRows } from './tagRows.js';

/**
 * How much each kind of description counts in the likeness of two artists, as shares of one. Declared beforehand: listeners'
 * own words first, then where songs are filed, then how they sound; how well known an artist is only breaks ties.
 */
export const CONTENT_SHARES = { tags: 0.6, styles: 0.2, sound: 0.15, level: 0.05 } as const;

/** A tag of one user only describes that user. */
const MIN_TAG_USERS = 2;

/** Vectors of length 1, one per artist; an artist of whom nothing is known has an empty one. */
export interface ContentVectors {
  readonly rows: SparseRows;
  /** Name per feature for a reader ("trip-hop"); empty for features without one. */
  readonly features: readonly string[];
  /** Kinds of words that describe an artist (tags, genres, subgenres) per artist: how much the content side knows. */
  readonly words: Int32Array;
}

/** A kind of description: a row per feature over all artists, each artist's column of length 1. */
interface Block {
  readonly share: number;
  readonly rows: SparseRows;
  readonly names: readonly string[];
}

/**
 * Describes artists by tags, genres and subgenres, mean sound of their songs and level of popularity.
 *
 * @param taggings those that may be used (an evaluation leaves out what it must not see)
 * @param listeners per artist, for the level; the same reservation
 */
export function contentVectors(
  data: ArtistData,
  taggings: readonly Tagging[],
  listeners: ArrayLike<number>,
): ContentVectors {
  const artists = data.ids.length;
  const blocks = [
    tagBlock(data, taggings, artists),
    styleBlock(data, artists),
    denseBlock(soundOf(data), CONTENT_SHARES.sound, artists),
    denseBlock(levelOf(data, listeners), CONTENT_SHARES.level, artists),
  ];
  const words = new Int32Array(artists);
  for (const { rows } of blocks.slice(0, 2)) for (const artist of rows.columns) words[artist] += 1;
  return {
    rows: joined(blocks, artists),
    features: blocks.flatMap(({ names }) => names),
    words,
  };
}

/** Cosine of one artist with all: the vectors have length 1. */
export function contentScores({ rows }: ContentVectors, artist: number): Float64Array {
  const profile = new Float64Array(rows.width);
  addProfile(profile, rows, artist, 1);
  return profileScores(rows, profile);
}

/** Adds an artist's vector, times a weight, to a profile. */
export function addProfile(
  profile: Float64Array,
  rows: SparseRows,
  artist: number,
  weight: number,
): void {
  for (let at = rows.start[artist]; at < rows.start[artist + 1]; at += 1) {
    profile[rows.columns[at]] += weight * rows.values[at];
  }
}

/** Product of a profile with every artist's vector. */
export function profileScores(rows: SparseRows, profile: Float64Array): Float64Array {
  const scores = new Float64Array(rows.size);
  for (let artist = 0; artist < rows.size; artist += 1) {
    let sum = 0;
    for (let at = rows.start[artist]; at < rows.start[artist + 1]; at += 1) {
      sum += rows.values[at] * profile[rows.columns[at]];
    }
    scores[artist] = sum;
  }
  return scores;
}

function tagBlock(data: ArtistData, taggings: readonly Tagging[], artists: number): Block {
  const { rows, tags } = tagRows(taggings, artists, MIN_TAG_USERS);
  return { share: CONTENT_SHARES.tags, rows, names: tags.map((tag) => data.tags[tag]) };
}

/** Genres and subgenres, weighed like tags: songs take the place of users. */
function styleBlock({ styles }: ArtistData, artists: number): Block {
  const place = new Map<string, number>();
  const cells = styles.map(({ artist, style, songs }): Tagging => {
    const tag = place.get(style) ?? place.size;
    place.set(style, tag);
    return { user: -1, artist, tag, weight: songs };
  });
  const { rows, tags } = tagRows(cells, artists, 1);
  const ids = [...place.keys()];
  // A style's id is its kind and its name.
  const names = tags.map((tag) => ids[tag].slice(ids[tag].indexOf(':') + 1));
  return { share: CONTENT_SHARES.styles, rows, names };
}

/** Means of audio features in standard deviations from the mean over artists; a missing one lies on the mean. */
function soundOf({ sound }: ArtistData): ReadonlyMap<number, Float64Array> {
  const width = sound.values().next().value?.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => {
    const known = [...sound.values()].flatMap((means) =>
      Number.isNaN(means[column]) ? [] : [means[column]],
    );
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return { mean, deviation: Math.sqrt(squares / known.length) };
  });
  return new Map(
    [...sound].map(([artist, means]) => [
      artist,
      means.map((value, column) => {
        const { mean, deviation } = columns[column];
        return Number.isNaN(value) || !(deviation > 0) ? 0 : (value - mean) / deviation;
      }),
    ]),
  );
}

/**
 * How well known an artist is, as an angle between nobody's and everybody's: the cosine of two artists then falls with the
 * distance of their ranks. Ranks are by listeners; by popularity of the songs for artists without listeners.
 */
function levelOf(
  data: ArtistData,
  listeners: ArrayLike<number>,
): ReadonlyMap<number, Float64Array> {
  const heard = Array.from(data.ids.keys()).filter((artist) => listeners[artist] > 0);
  const unheard = [...data.popularity.keys()].filter((artist) => !(listeners[artist] > 0));
  return new Map([
    ...angles(heard, (artist) => listeners[artist]),
    ...angles(unheard, (artist) => data.popularity.get(artist)!),
  ]);
}

function angles(
  artists: readonly number[],
  value: (artist: number) => number,
): readonly (readonly [number, Float64Array])[] {
  const sorted = [...artists].sort((a, b) => value(a) - value(b) || a - b);
  return sorted.map((artist, rank) => {
    const angle = ((rank + 0.5) / sorted.length) * (Math.PI / 2);
    return [artist, Float64Array.of(Math.cos(angle), Math.sin(angle))] as const;
  });
}

function denseBlock(
  vectors: ReadonlyMap<number, Float64Array>,
  share: number,
  artists: number,
): Block {
  const width = vectors.values().next().value?.length ?? 0;
  const cells = [...vectors].flatMap(([column, vector]): SparseCell[] => {
    const length = Math.hypot(...vector);
    return length > 0
      ? Array.from(vector, (value, row) => ({ row, column, value: value / length }))
      : [];
  });
  return { share, rows: sparseRows(cells, width, artists), names: Array<string>(width).fill('') };
}

/** The blocks side by side, an artist per row: each block times the root of its share, then all to length 1. */
function joined(blocks: readonly Block[], artists: number): SparseRows {
  const cells: SparseCell[] = [];
  const squares = new Float64Array(artists);
  let offset = 0;
  for (const { rows, share } of blocks) {
    const byArtist = transposeRows(rows);
    for (let artist = 0; artist < artists; artist += 1) {
      for (let at = byArtist.start[artist]; at < byArtist.start[artist + 1]; at += 1) {
        const value = byArtist.values[at] * Math.sqrt(share);
        squares[artist] += value ** 2;
        cells.push({ row: artist, column: offset + byArtist.columns[at], value });
      }
    }
    offset += rows.size;
  }
  return sparseRows(
    cells.map((cell) => ({ ...cell, value: cell.value / Math.sqrt(squares[cell.row]) })),
    artists,
    offset,
  );
}
