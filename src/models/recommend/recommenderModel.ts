import { z } from 'zod';
import type { ArtistData } from './artistData.js';
import { DEFAULT_SETTINGS, fitCollaborative, type CollaborativeSettings } from './collaborative.js';
import { contentVectors } from './contentVectors.js';
import { decodeArray, encodeArray } from './encodeArray.js';
import { sparseRows, type SparseRows } from './sparseRows.js';
import { topItems } from './topItems.js';

/** Neighbours kept of every artist: enough for long and diverse lists. */
const NEIGHBOURS = 200;

/** What recommending needs of the data; the collaborative model itself is left behind. */
export interface RecommenderModel {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Artists by artists: EASE's weights of the nearest. */
  readonly neighbours: SparseRows;
  /** Artists by features, rows of length 1. */
  readonly content: SparseRows;
  readonly features: readonly string[];
  readonly words: Int32Array;
  /** Artists by users, and by playlists. */
  readonly listeners: SparseRows;
  readonly playlists: SparseRows;
}

/** Fits the recommender on all that is known; nothing is held out. */
export function fitRecommender(
  data: ArtistData,
  settings: CollaborativeSettings = DEFAULT_SETTINGS,
): RecommenderModel {
  const artists = data.ids.length;
  const listeners = membership(
    data.listens.map(({ user, artist }) => [artist, user]),
    artists,
    data.users,
  );
  const playlists = membership(
    data.playlists.flatMap((list, index) => list.map((artist) => [artist, index] as const)),
    artists,
    data.playlists.length,
  );
  const counts = listeners.start.subarray(1).map((end, artist) => end - listeners.start[artist]);
  const content = contentVectors(data, data.taggings, counts);
  return {
    ids: data.ids,
    names: data.names,
    neighbours: neighboursOf(data, settings),
    content: content.rows,
    features: content.features,
    words: content.words,
    listeners,
    playlists,
  };
}

/** Who belongs to what, each pair once. */
function membership(
  pairs: readonly (readonly [number, number])[],
  size: number,
  width: number,
): SparseRows {
  const cells = pairs.map(([row, column]) => ({ row, column, value: 1 }));
  const rows = sparseRows(cells, size, width);
  return { ...rows, values: rows.values.fill(1) };
}

/** The artists that EASE weighs most, for each artist that has enough support. */
function neighboursOf(data: ArtistData, settings: CollaborativeSettings): SparseRows {
  const counts = { artists: data.ids.length, users: data.users, playlists: data.playlists };
  const { model, artists } = fitCollaborative(counts, data.listens, data.taggings, settings);
  const start = new Int32Array(data.ids.length + 1);
  const columns: number[] = [];
  const values: number[] = [];
  // Items stand in the order of their artists, so that rows and columns come in order.
  artists.forEach((artist, item) => {
    const weights = model.weightsOf(item);
    const nearest = topItems(weights, NEIGHBOURS)
      .filter((other) => weights[other] > 0)
      .sort((a, b) => a - b);
    for (const other of nearest) {
      columns.push(artists[other]);
      values.push(weights[other]);
    }
    start[artist + 1] = nearest.length;
  });
  for (let artist = 0; artist < data.ids.length; artist += 1) start[artist + 1] += start[artist];
  return {
    size: data.ids.length,
    width: data.ids.length,
    start,
    columns: Int32Array.from(columns),
    values: Float64Array.from(values),
  };
}

const rowsSchema = z.object({
  size: z.number(),
  width: z.number(),
  start: z.string(),
  columns: z.string(),
  values: z.string(),
});

const modelSchema = z.object({
  ids: z.array(z.string()),
  names: z.array(z.string()),
  neighbours: rowsSchema,
  content: rowsSchema,
  features: z.array(z.string()),
  words: z.string(),
  listeners: rowsSchema,
  playlists: rowsSchema,
});

/** The model as JSON, arrays of numbers as base64. */
export function recommenderToJson(model: RecommenderModel): unknown {
  return {
    ...model,
    neighbours: rowsToJson(model.neighbours),
    content: rowsToJson(model.content),
    words: encodeArray(model.words),
    listeners: rowsToJson(model.listeners),
    playlists: rowsToJson(model.playlists),
  };
}

/** A model from its JSON; null where that is none. */
export function recommenderFromJson(json: unknown): RecommenderModel | null {
  const parsed = modelSchema.safeParse(json);
  if (!parsed.success) return null;
  const { data } = parsed;
  return {
    ...data,
    neighbours: rowsFromJson(data.neighbours),
    content: rowsFromJson(data.content),
    words: decodeArray(data.words, Int32Array),
    listeners: rowsFromJson(data.listeners),
    playlists: rowsFromJson(data.playlists),
  };
}

function rowsToJson({
  size,
  width,
  start,
  columns,
  values,
}: SparseRows): z.infer<typeof rowsSchema> {
  const parts = { start: encodeArray(start), columns: encodeArray(columns) };
  return { size, width, ...parts, values: encodeArray(values) };
}

function rowsFromJson({
  size,
  width,
  start,
  columns,
  values,
}: z.infer<typeof rowsSchema>): SparseRows {
  return {
    size,
    width,
    start: decodeArray(start, Int32Array),
    columns: decodeArray(columns, Int32Array),
    values: decodeArray(values, Float64Array),
  };
}
