import type { Feature } from '../../features/feature.js';
import type { FeatureTable } from '../../features/featureTable.js';
import { FEATURES } from '../../features/index.js';
import type { AuditSubject, AuditUnit, KnownAt } from '../audit/auditSubject.js';
import { codesOf, songCodes } from '../audit/songKeys.js';
import { groupFolds, joinedGroups, type Split } from '../evaluate/split.js';
import type { ModelSpec } from '../modelSpec.js';
import { takeValues, type ModelColumn, type ModelTable } from '../modelTable.js';
import { albumKey, artistKey } from './nameKeys.js';
import { boundsOf, type SavedFeature } from './savedFeature.js';

/** Category whose rows stand or fall together: all versions of a song. It is no feature. */
export const SONG_UNIT = 'song_unit';

/** Splits that a training set can be judged by. */
export const TRAINING_SPLITS = ['songs', 'albums', 'artists'] as const;
export type TrainingSplit = (typeof TRAINING_SPLITS)[number];

/** What may be used: only what is known at release, or everything. */
export const TRAINING_RECIPES = ['release', 'everything'] as const;
export type TrainingRecipe = (typeof TRAINING_RECIPES)[number];

/** Songs with a popularity, what a model may know of each, and who they are. One row per song. */
export interface TrainingSet {
  readonly recipe: TrainingRecipe;
  /** Source of the popularity. */
  readonly source: string;
  readonly table: ModelTable;
  /** Popularity, 0–100. */
  readonly target: Float64Array;
  readonly features: readonly SavedFeature[];
  readonly songs: AuditSubject['songs'];
  /** Code per row of the song, the artist and the album; −1 where there is none. */
  readonly units: Readonly<Record<'song' | 'artist' | 'album', Int32Array>>;
}

/** Which columns are encoded by target means under a split: none whose groups the split keeps together. */
const MEANS: Readonly<Record<TrainingSplit, readonly string[]>> = {
  songs: ['artist', 'album'],
  albums: ['artist'],
  artists: [],
};

/** Smoothing of the target means, in rows at the overall mean; declared beforehand. */
const SMOOTHING = 5;
const FOLDS = 5;
/** Share of the songs that may lack a feature which is used as known at release. */
const MOST_MISSING = 0.1;

/** Categories with so many levels that only their target means are of use. */
const ENCODED: readonly string[] = ['artist', 'album'];

/**
 * The training set of a recipe, from the source that saw the popularity of most songs.
 *
 * @returns null where no source observed a popularity
 */
export function trainingSet(features: FeatureTable, recipe: TrainingRecipe): TrainingSet | null {
  const source = features.observers('popularity')[0]?.source;
  if (source === undefined) return null;
  const popularity = features.observation('popularity', source);
  const rows = Int32Array.from(popularity.keys()).filter((row) => !Number.isNaN(popularity[row]));
  const used = FEATURES.filter((feature) => isUsed(feature, recipe));
  const songs = songsOf(features, rows);
  const albums = textsOf(features, 'album', rows);
  const columns = used
    .map((feature) =>
      ENCODED.includes(feature.id)
        ? keyColumn(feature.id, songs.artists, albums)
        : columnOf(features, feature, rows),
    )
    .filter(({ values }) => varies(values) && (recipe !== 'release' || isRecorded(values)));
  const units = unitsOf(features, rows, songs);
  const unit: ModelColumn = {
    id: SONG_UNIT,
    kind: 'category',
    values: Float64Array.from(units.song),
    levels: Array.from({ length: rows.length }, (_, code) => String(code)),
  };
  const byId = new Map(used.map((feature) => [feature.id, feature]));
  return {
    recipe,
    source,
    table: { size: rows.length, columns: [...columns, unit] },
    target: takeValues(popularity, rows),
    features: columns.flatMap((column) => {
      const feature = byId.get(column.id);
      return feature ? [savedFeature(feature, column)] : [];
    }),
    songs,
    units,
  };
}

/** The set as a split judges it: its folds, what is encoded inside them, and what the audit needs to know. */
export function auditSubjectOf(
  set: TrainingSet,
  split: TrainingSplit,
  spec: Pick<ModelSpec, 'model' | 'settings'>,
  seed: number,
): AuditSubject {
  const { table, target, songs, units, recipe, features } = set;
  const means = MEANS[split].filter((id) => table.columns.some((column) => column.id === id));
  const hidden = [...ENCODED, SONG_UNIT].filter((id) => !means.includes(id));
  const kept = means.length > 0 ? hidden.filter((id) => id !== SONG_UNIT) : hidden;
  return {
    recipe,
    table: { ...table, columns: table.columns.filter(({ id }) => !kept.includes(id)) },
    target,
    songs,
    split: splitOf(split, units, seed),
    spec: {
      ...spec,
      ...(means.length > 0
        ? { targetMeans: { columns: means, unit: SONG_UNIT, smoothing: SMOOTHING } }
        : {}),
    },
    knownAt: new Map(features.map(({ id, knownAt }) => [id, knownAt])),
    claims: recipe === 'release' ? 'release' : ('after-release' satisfies KnownAt),
    units: keptUnits(split, units),
    mayLead: MAY_LEAD,
  };
}

const MAY_LEAD: ReadonlyMap<string, string> = new Map([
  ['artist', 'songs of one artist are about as popular as each other'],
  ['album', 'songs of one album are about as popular as each other'],
  ['genre', 'where songs are chosen by genre, genres differ in popularity by that choice'],
  ['subgenre', 'where songs are chosen by genre, genres differ in popularity by that choice'],
]);

function isUsed({ id, group, knownAt }: Feature, recipe: TrainingRecipe): boolean {
  if (recipe === 'release' && knownAt !== 'release') return false;
  return group !== 'identity' || ENCODED.includes(id);
}

function columnOf(features: FeatureTable, { id, type }: Feature, rows: Int32Array): ModelColumn {
  if (type !== 'category')
    return { id, kind: 'number', values: takeValues(features.number(id), rows) };
  const { codes, levels } = features.category(id);
  const values = Float64Array.from(rows, (row) => (codes[row] < 0 ? NaN : codes[row]));
  return { id, kind: 'category', values, levels };
}

/**
 * What is there for few songs only was looked up later, for songs that somebody already knew of: album types and videos
 * come from lists of the most streamed. That they are there would tell the answer.
 */
function isRecorded(values: Float64Array): boolean {
  const missing = values.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0);
  return missing <= MOST_MISSING * values.length;
}

/** Artists, or albums of an artist, by the keys under which a request finds them again. */
function keyColumn(
  id: string,
  artists: readonly (string | null)[],
  albums: readonly (string | null)[],
): ModelColumn {
  const keys = artists.map((artist, row) =>
    id === 'artist' ? artistKey(artist) : albumKey(artist, albums[row]),
  );
  const codes = codesOf(keys.map((key) => key ?? ''));
  const values = Float64Array.from(codes, (code, row) => (keys[row] === null ? NaN : code));
  const levels: string[] = [];
  codes.forEach((code, row) => (levels[code] = keys[row] ?? ''));
  return { id, kind: 'category', values, levels };
}

/** A column without two different values says nothing. */
function varies(values: Float64Array): boolean {
  const present = values.filter((value) => !Number.isNaN(value));
  return present.some((value) => value !== present[0]);
}

function textsOf(features: FeatureTable, id: string, rows: Int32Array): (string | null)[] {
  const { codes, levels } = features.category(id);
  return Array.from(rows, (row) => (codes[row] < 0 ? null : levels[codes[row]]));
}

function songsOf(features: FeatureTable, rows: Int32Array): AuditSubject['songs'] {
  return {
    ids: Array.from(rows, (row) => features.ids[row]),
    titles: textsOf(features, 'title', rows).map((title) => title ?? ''),
    artists: textsOf(features, 'artist', rows),
  };
}

/** A song with all its versions: what the store takes for one work, and what the audit takes for one song. */
function unitsOf(
  features: FeatureTable,
  rows: Int32Array,
  songs: AuditSubject['songs'],
): TrainingSet['units'] {
  const codes = (id: string) => Int32Array.from(rows, (row) => features.category(id).codes[row]);
  return {
    song: joinedGroups([codes('work_key'), songCodes(songs)]),
    artist: joinedArtists(songs.artists),
    album: codes('album_id'),
  };
}

function joinedArtists(artists: readonly (string | null)[]): Int32Array {
  const codes = codesOf(artists.map((artist) => artist ?? ''));
  return codes.map((code, row) => (artists[row] === null ? -1 : code));
}

function splitOf(split: TrainingSplit, units: TrainingSet['units'], seed: number): Split {
  const codings = { songs: [], albums: [units.album], artists: [units.artist] }[split];
  const groups = joinedGroups([units.song, ...codings]);
  const count = Math.min(FOLDS, new Set(groups).size);
  return {
    id: split,
    title: `whole ${split}`,
    keeps: split === 'songs' ? 'all versions of a song' : `whole ${split}`,
    folds: count < 2 ? [] : groupFolds(groups, count, seed),
  };
}

function keptUnits(split: TrainingSplit, { album, artist }: TrainingSet['units']): AuditUnit[] {
  if (split === 'albums') return [{ title: 'album', codes: album }];
  return split === 'artists' ? [{ title: 'artist', codes: artist }] : [];
}

function savedFeature(feature: Feature, { kind, values }: ModelColumn): SavedFeature {
  const { id, title, unit, knownAt, type } = feature;
  const isFlag = type === 'boolean';
  const [lowest, highest] = kind === 'number' ? boundsOf({ id, unit, isFlag }) : [null, null];
  const seen = kind === 'number' ? range(values) : null;
  return { id, title, unit, kind, isFlag, knownAt, lowest, highest, seen };
}

function range(values: Float64Array): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
