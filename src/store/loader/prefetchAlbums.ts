import type { DatePrecision } from '../../domain/draft.js';
import type { Db } from '../db.js';
import { releaseOf, type AlbumEntity, type OriginRow } from './entities.js';
import { readOrigins, refsToIds } from './prefetchShared.js';
import { addTo, type WorkingSet } from './workingSet.js';

interface AlbumRow {
  readonly id: string;
  readonly title: string;
  readonly match_key: string;
  readonly artist_id: string | null;
  readonly album_type: string | null;
  readonly released_on: string | null;
  readonly release_precision: DatePrecision | null;
}

/** Brings the albums that a batch names into memory, as far as the store has them. */
export async function prefetchAlbums(
  db: Db,
  set: WorkingSet,
  refs: Iterable<string>,
  keys: Iterable<string>,
): Promise<void> {
  const knownRefs = set.presence.select('album-ref', refs);
  const knownKeys = set.presence.select('album-key', keys);
  const idsByRef = await refsToIds(db, 'album_ids', 'album_id', knownRefs);
  await readAlbums(db, set, [...new Set(idsByRef.values())], knownKeys);
  for (const [ref, id] of idsByRef) {
    const album = set.albumsById.get(id);
    if (album) set.albumsByRef.set(ref, album);
  }
}

const SELECT = `SELECT id, title, match_key, artist_id, album_type, released_on, release_precision FROM albums WHERE`;

async function readAlbums(
  db: Db,
  set: WorkingSet,
  ids: readonly string[],
  keys: readonly string[],
): Promise<void> {
  const byId = ids.length === 0 ? [] : await db.query<AlbumRow>(`${SELECT} id = ANY($1)`, [ids]);
  const byKey =
    keys.length === 0 ? [] : await db.query<AlbumRow>(`${SELECT} match_key = ANY($1)`, [keys]);
  const rows = new Map([...byId, ...byKey].map((row) => [row.id, row]));
  const origins = await readOrigins(db, 'album', [...rows.keys()]);
  for (const row of rows.values()) {
    const album = albumEntity(row, origins.get(row.id));
    set.albumsById.set(album.id, album);
    addTo(set.albumsByKey, album.key, album);
  }
  await readSchemes(db, set, [...rows.keys()]);
}

function albumEntity(row: AlbumRow, origins: OriginRow[] | undefined): AlbumEntity {
  return {
    id: row.id,
    status: 'stored',
    key: row.match_key,
    fields: {
      title: row.title,
      artist_id: row.artist_id,
      album_type: row.album_type,
      released: releaseOf(row.released_on, row.release_precision),
    },
    origins: origins ?? [],
    schemes: [],
  };
}

async function readSchemes(db: Db, set: WorkingSet, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await db.query<{ album_id: string; scheme: string }>(
    'SELECT album_id, scheme FROM album_ids WHERE album_id = ANY($1)',
    [ids],
  );
  for (const row of rows) set.albumsById.get(row.album_id)?.schemes.push(row.scheme);
}
