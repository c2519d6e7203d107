import type {
  ArtistDraft,
  AudioFeatures,
  Draft,
  DraftRecord,
  ExternalId,
  TrackDraft,
} from '../../src/domain/draft.js';
import type { LedgerEntry, Rejection } from '../../src/domain/record.js';
import type { Db } from '../../src/store/db.js';
import { load, type IngestRun, type LoadOptions } from '../../src/store/load.js';
import { TABLES } from '../../src/store/tables.js';
import { normaliseName } from '../../src/transform/normaliseName.js';
import { titleKeys } from '../../src/transform/titleKeys.js';

export const spotify = (value: string): ExternalId => ({ scheme: 'spotify', value });
export const lastfm = (value: string): ExternalId => ({ scheme: 'lastfm-2k', value });

export function artist(name: string, ids: readonly ExternalId[] = []): ArtistDraft {
  return { name, matchKey: normaliseName(name), ids };
}

export const AUDIO: AudioFeatures = {
  danceability: 0.5,
  energy: 0.6,
  key: 3,
  loudnessDb: -7.5,
  mode: 1,
  speechiness: 0.05,
  acousticness: 0.1,
  instrumentalness: 0,
  liveness: 0.2,
  valence: 0.4,
  tempoBpm: 120,
};

export function track(title: string, known: Partial<TrackDraft> = {}): TrackDraft {
  return {
    kind: 'track',
    title,
    ...titleKeys(title),
    ids: [],
    artists: [artist('The Invented')],
    album: null,
    trackNumber: null,
    released: null,
    durationMs: null,
    explicit: null,
    markets: null,
    audio: null,
    tags: [],
    playlist: null,
    video: null,
    observations: [],
    ...known,
  };
}

export function album(
  title: string,
  known: Partial<TrackDraft['album'] & object> = {},
): TrackDraft['album'] {
  return { title, matchKey: normaliseName(title), ids: [], type: null, released: null, ...known };
}

export function record(draft: Draft, known: Partial<DraftRecord> = {}): DraftRecord {
  return {
    source: 'spotify_songs',
    kind: draft.kind,
    key: 'k1',
    observedAt: '2020-01-21',
    origin: 'songs.csv',
    line: 2,
    ...known,
    draft,
  };
}

export function rejection(line: number, known: Partial<Rejection> = {}): Rejection {
  return {
    source: 'spotify_songs',
    kind: 'track',
    origin: 'songs.csv',
    line,
    key: `k${line}`,
    field: 'duration_ms',
    reason: 'duration_ms must be a positive integer',
    value: '-3',
    ...known,
  };
}

export function run(known: Partial<IngestRun> = {}): IngestRun {
  return {
    id: 'run-1',
    source: 'spotify_songs',
    origin: 'songs.csv',
    sha256: 'f'.repeat(64),
    observedOn: '2020-01-21',
    startedAt: '2026-01-01T00:00:00.000Z',
    ...known,
  };
}

export async function* stream<T>(items: Iterable<T>): AsyncGenerator<T> {
  for (const item of items) {
    await Promise.resolve();
    yield item;
  }
}

export function loadAll(
  db: Db,
  records: readonly (DraftRecord | Rejection)[],
  known: Partial<IngestRun> = {},
  options: LoadOptions = {},
): Promise<readonly LedgerEntry[]> {
  return load(db, stream(records), run(known), options);
}

export async function emptyStore(db: Db): Promise<void> {
  await db.execute(`TRUNCATE ${TABLES.map(({ name }) => name).join(', ')}`);
}

/** Every reference in the store that points at nothing; the loader must leave none. */
export async function brokenReferences(db: Db): Promise<string[]> {
  const references = await db.query<{
    child: string;
    column: string;
    parent: string;
    target: string;
  }>(
    `SELECT c.relname AS child, a.attname AS column, p.relname AS parent, t.attname AS target
     FROM pg_constraint k
     JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
     JOIN pg_attribute t ON t.attrelid = p.oid AND t.attnum = k.confkey[1]
     WHERE k.contype = 'f'`,
  );
  const broken: string[] = [];
  for (const { child, column, parent, target } of references) {
    const [row] = await db.query<{ n: number }>(
      `SELECT count(*) AS n FROM ${child} WHERE ${column} IS NOT NULL
       AND ${column} NOT IN (SELECT ${target} FROM ${parent})`,
    );
    if (row && row.n > 0) broken.push(`${child}.${column}`);
  }
  // Tags of playlists are kept in an array, which no foreign key can guard.
  const [loose] = await db.query<{ n: number }>(
    `SELECT count(*) AS n FROM playlist_songs p
     WHERE EXISTS (SELECT 1 FROM unnest(p.tag_ids) AS tag_id WHERE tag_id NOT IN (SELECT id FROM tags))`,
  );
  if (loose && loose.n > 0) broken.push('playlist_songs.tag_ids');
  return broken;
}
