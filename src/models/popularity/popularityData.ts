import type { FeatureTable } from '../../features/featureTable.js';
import { createRandom, shuffle } from '../../stats/random.js';
import { songStyles } from '../../store/queries/songStyles.js';
import type { Asker } from '../../store/query.js';
import { modelTable, takeValues } from '../modelTable.js';
import {
  artistReach,
  countColumns,
  keyColumns,
  knownShare,
  labelColumns,
  registryColumns,
  styleColumns,
  titleColumns,
  yearColumns,
} from './popularityColumns.js';
import type { PopularitySet } from './popularitySet.js';
import { songUnits } from './sharedRecordings.js';

/** The sets to be judged, the leading one first; it has the popularity of most songs. */
export type PopularityData = readonly PopularitySet[];

/** Rows that are judged at most; of more, as many are drawn, so that a run stays within minutes. */
export const MOST_ROWS = 60_000;
/** A set beside the leading one is judged from so many rows on. */
const LEAST_OTHER_ROWS = 5000;
/** Sources of popularity that are judged at most. */
const MOST_SOURCES = 2;
/** A key that fewer rows have says too little to be encoded. */
const LEAST_KNOWN_SHARE = 0.2;
/** With fewer rows, further genres of a song would be columns of a few songs each. */
const LEAST_STYLE_ROWS = 10_000;
const NO_STYLES: ReadonlyMap<string, readonly string[]> = new Map();
const DRAW_SEED = 20_190_101;

/** Reads what the study learns from: popularity as its two largest sources saw it, and streams as the largest did. */
export async function loadPopularityData(
  reader: Asker,
  features: FeatureTable,
): Promise<PopularityData> {
  const sources = features.observers('popularity').slice(0, MOST_SOURCES);
  const wanted = sources
    .filter(({ songs }, index) => index === 0 || songs >= LEAST_OTHER_ROWS)
    .map(({ source }) => ['popularity', source] as const);
  const [streams] = features.observers('streams');
  const isJudged = streams !== undefined && streams.songs >= LEAST_OTHER_ROWS;
  const all = isJudged ? [...wanted, ['streams', streams.source] as const] : wanted;
  const sets: PopularitySet[] = [];
  for (const [metric, source] of all) {
    const observed = features.observation(metric, source);
    const target = metric === 'streams' ? observed.map((value) => Math.log10(value)) : observed;
    const [rows, available] = drawnRows(target);
    const ids = new Set(rows.length < LEAST_STYLE_ROWS ? [] : idsOf(features, rows));
    const styles = ids.size === 0 ? NO_STYLES : await readStyles(reader, source, ids);
    sets.push(popularitySet(features, { metric, source, target, rows, available, styles }));
  }
  return sets;
}

function drawnRows(target: Float64Array): [Int32Array, number] {
  const rows = Int32Array.from(target.keys()).filter((row) => Number.isFinite(target[row]));
  if (rows.length <= MOST_ROWS) return [rows, rows.length];
  const drawn = rows.slice();
  shuffle(drawn, createRandom(DRAW_SEED));
  return [drawn.slice(0, MOST_ROWS).sort(), rows.length];
}

/** Labels by song id. */
export async function readStyles(reader: Asker, source: string, ids: ReadonlySet<string>) {
  const styles = new Map<string, string[]>();
  await reader.each(
    songStyles,
    ({ song_id, kind, name }) => {
      if (!ids.has(song_id)) return;
      const label = kind === 'genre' ? name : `${name} (subgenre)`;
      const known = styles.get(song_id);
      if (known) known.push(label);
      else styles.set(song_id, [label]);
    },
    [source],
  );
  return styles;
}

interface SetSource {
  readonly metric: 'popularity' | 'streams';
  readonly source: string;
  /** Target per song of the feature table. */
  readonly target: Float64Array;
  /** Rows of the feature table that are judged. */
  readonly rows: Int32Array;
  readonly available: number;
  /** Genres and subgenres by song id. */
  readonly styles: ReadonlyMap<string, readonly string[]>;
}

/** One set: the columns of the feature table at its rows, further ones made from them, and what belongs together. */
export function popularitySet(
  features: FeatureTable,
  { metric, source, target, rows, available, styles }: SetSource,
): PopularitySet {
  const codes = (id: string) => Int32Array.from(rows, (row) => features.category(id).codes[row]);
  const [artist, album] = [codes('artist_id'), codes('album_id')];
  const songs = {
    ids: idsOf(features, rows),
    titles: textsOf(features, 'title', rows).map((title) => title ?? ''),
    artists: textsOf(features, 'artist', rows),
  };
  const numbers = (id: string) => takeValues(features.number(id), rows);
  const years = numbers('release_year');
  const without = metric === 'streams' ? ['log10_streams'] : [];
  const labels = labelColumns(features, source, rows);
  const own = takeValues(target, rows);
  const columns = [
    ...registryColumns(features, rows, without),
    ...labels,
    ...titleColumns(songs.titles),
    ...yearColumns(years, numbers('release_month'), artist),
    ...countColumns(artist, album),
    ...artistReach(features, rows, without),
    ...styleColumns(styles, songs),
    ...keyColumns(artist, album, labels.at(-1)).filter(
      (column) => knownShare(column) >= LEAST_KNOWN_SHARE,
    ),
  ].filter(({ values }) => varies(values));
  const works = codes('work_key');
  const minutes = numbers('duration_minutes');
  const exactTarget = metric === 'streams';
  return {
    task: { ...wordsOf(metric, source), source, available },
    table: modelTable(
      columns.map(({ id, kind, values, levels }) => ({ id, kind, values, levels })),
    ),
    columns: new Map(columns.map(({ id, info }) => [id, info])),
    target: own,
    songs,
    units: { song: songUnits({ songs, works, minutes, target: own, exactTarget }), album, artist },
    years,
  };
}

function wordsOf(metric: SetSource['metric'], source: string) {
  return metric === 'streams'
    ? ({
        id: `log10_streams-${source}`,
        title: 'Streams (log)',
        target: 'log10_streams',
        unit: 'powers of ten',
        row: 'one track id that the source counted streams of',
      } as const)
    : ({
        id: `popularity-${source}`,
        title: 'Popularity',
        target: 'popularity',
        unit: 'points',
        row: 'one track id whose popularity the source saw',
      } as const);
}

function idsOf(features: FeatureTable, rows: Int32Array): string[] {
  return Array.from(rows, (row) => features.ids[row]);
}

function textsOf(features: FeatureTable, id: string, rows: Int32Array): (string | null)[] {
  const { codes, levels } = features.category(id);
  return Array.from(rows, (row) => (codes[row] < 0 ? null : levels[codes[row]]));
}

/** A column without two different values says nothing. */
function varies(values: Float64Array): boolean {
  const first = values.find((value) => !Number.isNaN(value));
  return values.some((value) => !Number.isNaN(value) && value !== first);
}
