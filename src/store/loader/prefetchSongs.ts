import type { AlbumType, DatePrecision } from '../../domain/draft.js';
import type { Db } from '../db.js';
import { AUDIO_FIELDS } from './audioFields.js';
import { releaseOf, type OriginRow, type SongEntity } from './entities.js';
import { RECORD_SCHEME } from './recordRef.js';
import { readOrigins, refsToIds } from './prefetchShared.js';
import { addTo, type WorkingSet } from './workingSet.js';

interface SongRow {
  readonly id: string;
  readonly title: string;
  readonly match_key: string;
  readonly work_key: string;
  readonly album_id: string | null;
  readonly album_type: AlbumType | null;
  readonly track_number: number | null;
  readonly released_on: string | null;
  readonly release_precision: DatePrecision | null;
  readonly duration_ms: number | null;
  readonly explicit: boolean | null;
  readonly markets: number | null;
}

/** Brings the songs that a batch may touch into memory with all that hangs on them, as far as the store has them. */
export async function prefetchSongs(
  db: Db,
  set: WorkingSet,
  refs: Iterable<string>,
  keys: Iterable<string>,
): Promise<void> {
  const knownRefs = set.presence.select('song-ref', refs);
  const knownKeys = set.presence.select('song-key', keys);
  const idsByRef = await refsToIds(db, 'song_ids', 'song_id', knownRefs);
  const ids = new Set(idsByRef.values());
  if (knownKeys.length > 0) {
    const rows = await db.query<{ id: string }>('SELECT id FROM songs WHERE match_key = ANY($1)', [
      knownKeys,
    ]);
    for (const row of rows) ids.add(row.id);
  }
  if (ids.size === 0) return;
  await readSongs(db, set, [...ids]);
  for (const [ref, id] of idsByRef) {
    const song = set.songsById.get(id);
    if (song) set.songsByRef.set(ref, song);
  }
}

async function readSongs(db: Db, set: WorkingSet, ids: readonly string[]): Promise<void> {
  const rows = await db.query<SongRow>(
    `SELECT id, title, match_key, work_key, album_id, album_type, track_number, released_on, release_precision,
       duration_ms, explicit, markets
     FROM songs WHERE id = ANY($1) ORDER BY id`,
    [ids],
  );
  const origins = await readOrigins(db, 'song', ids);
  for (const row of rows) {
    const song = songEntity(row, origins.get(row.id));
    set.songsById.set(song.id, song);
    addTo(set.songsByKey, song.key, song);
  }
  await readNames(db, set, ids);
  await readAudio(db, set, ids);
  await readTags(db, set, ids);
  await readObservations(db, set, ids);
}

function songEntity(row: SongRow, origins: OriginRow[] | undefined): SongEntity {
  return {
    id: row.id,
    status: 'stored',
    key: row.match_key,
    workKey: row.work_key,
    fields: {
      title: row.title,
      album_id: row.album_id,
      album_type: row.album_type,
      track_number: row.track_number,
      released: releaseOf(row.released_on, row.release_precision),
      duration_ms: row.duration_ms,
      explicit: row.explicit,
      markets: row.markets,
    },
    origins: origins ?? [],
    schemes: [],
    records: [],
    artistIds: [],
    audio: null,
    playlists: [],
    tags: [],
    snapshots: [],
    videos: [],
    popularity: -1,
  };
}

async function readNames(db: Db, set: WorkingSet, ids: readonly string[]): Promise<void> {
  const named = await db.query<{ song_id: string; scheme: string; record: string | null }>(
    `SELECT song_id, scheme, CASE WHEN scheme = '${RECORD_SCHEME}' THEN value END AS record
     FROM song_ids WHERE song_id = ANY($1)`,
    [ids],
  );
  for (const { song_id: id, scheme, record } of named) {
    const song = set.songsById.get(id);
    song?.schemes.push(scheme);
    if (record !== null) song?.records.push(record);
  }
  const artists = await db.query<{ song_id: string; artist_id: string }>(
    'SELECT song_id, artist_id FROM song_artists WHERE song_id = ANY($1) ORDER BY song_id, position, artist_id',
    [ids],
  );
  for (const row of artists) set.songsById.get(row.song_id)?.artistIds.push(row.artist_id);
}

async function readAudio(db: Db, set: WorkingSet, ids: readonly string[]): Promise<void> {
  const columns = AUDIO_FIELDS.map(([, column]) => column);
  const rows = await db.query<Record<string, number | null> & { song_id: string }>(
    `SELECT song_id, ${columns.join(', ')} FROM audio_features WHERE song_id = ANY($1)`,
    [ids],
  );
  const origins = await readOrigins(
    db,
    'audio_features',
    rows.map((row) => row.song_id),
  );
  for (const { song_id: id, ...fields } of rows) {
    const song = set.songsById.get(id);
    if (!song) continue;
    song.audio = {
      id,
      status: 'stored',
      fields,
      origins: origins.get(id) ?? [],
    };
  }
}

async function readTags(db: Db, set: WorkingSet, ids: readonly string[]): Promise<void> {
  const tags = await db.query<{ song_id: string; tag_id: string; source: string; weight: number }>(
    'SELECT song_id, tag_id, source, weight FROM song_tags WHERE song_id = ANY($1)',
    [ids],
  );
  for (const { song_id: id, tag_id: tagId, source, weight } of tags) {
    set.songsById.get(id)?.tags.push({ status: 'stored', tagId, source, weight });
  }
  const playlists = await db.query<{ song_id: string; playlist_id: string; tag_ids: string[] }>(
    'SELECT song_id, playlist_id, tag_ids FROM playlist_songs WHERE song_id = ANY($1)',
    [ids],
  );
  for (const row of playlists) {
    const entry = {
      status: 'stored' as const,
      playlistId: row.playlist_id,
      tagIds: row.tag_ids,
    };
    set.songsById.get(row.song_id)?.playlists.push(entry);
  }
}

interface SnapshotRow {
  readonly song_id: string;
  readonly metric: string;
  readonly source: string;
  readonly observed_on: string;
  readonly value: number;
}

async function readObservations(db: Db, set: WorkingSet, ids: readonly string[]): Promise<void> {
  const snapshots = await db.query<SnapshotRow>(
    'SELECT song_id, metric, source, observed_on, value FROM metric_snapshots WHERE song_id = ANY($1)',
    [ids],
  );
  for (const row of snapshots) {
    const song = set.songsById.get(row.song_id);
    if (!song) continue;
    song.snapshots.push(`${row.metric}\t${row.source}\t${row.observed_on}`);
    if (row.metric === 'popularity') song.popularity = Math.max(song.popularity, row.value);
  }
  const videos = await db.query<{ song_id: string; source: string; observed_on: string }>(
    'SELECT song_id, source, observed_on FROM video_stats WHERE song_id = ANY($1)',
    [ids],
  );
  for (const row of videos)
    set.songsById.get(row.song_id)?.videos.push(`${row.source}\t${row.observed_on}`);
}
