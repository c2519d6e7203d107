import type { Db } from '../db.js';
import type { ArtistEntity } from './entities.js';
import type { WorkingSet } from './workingSet.js';
import { readOrigins, refsToIds } from './prefetchShared.js';

interface ArtistRow {
  readonly id: string;
  readonly name: string;
  readonly match_key: string;
}

/** Brings the artists that a batch names into memory, as far as the store has them. */
export async function prefetchArtists(
  db: Db,
  set: WorkingSet,
  refs: Iterable<string>,
  keys: Iterable<string>,
): Promise<void> {
  const unknownRefs = set.presence
    .select('artist-ref', refs)
    .filter((ref) => !set.artistsByRef.has(ref));
  const unknownKeys = set.presence
    .select('artist-key', keys)
    .filter((key) => !set.artistsByKey.has(key));
  const idsByRef = await refsToIds(db, 'artist_ids', 'artist_id', unknownRefs);
  const ids = [...new Set(idsByRef.values())].filter((id) => !set.artistsById.has(id));
  await readArtists(db, set, ids, unknownKeys);
  for (const [ref, id] of idsByRef) {
    const artist = set.artistsById.get(id);
    if (artist) set.artistsByRef.set(ref, artist);
  }
}

/** Brings the ids of artists into memory, where nothing else of them is needed. */
export async function prefetchArtistIds(
  db: Db,
  set: WorkingSet,
  refs: Iterable<string>,
): Promise<void> {
  const unknown = set.presence
    .select('artist-ref', refs)
    .filter((ref) => set.artistIdOf(ref) === undefined);
  const ids = await refsToIds(db, 'artist_ids', 'artist_id', unknown);
  for (const [ref, id] of ids) set.artistIdsByRef.set(ref, id);
}

async function readArtists(
  db: Db,
  set: WorkingSet,
  ids: readonly string[],
  keys: readonly string[],
): Promise<void> {
  const select = 'SELECT id, name, match_key FROM artists WHERE';
  const byId = ids.length === 0 ? [] : await db.query<ArtistRow>(`${select} id = ANY($1)`, [ids]);
  const byKey =
    keys.length === 0 ? [] : await db.query<ArtistRow>(`${select} match_key = ANY($1)`, [keys]);
  const rows = [...byId, ...byKey].filter((row) => !set.artistsById.has(row.id));
  const origins = await readOrigins(
    db,
    'artist',
    rows.map((row) => row.id),
  );
  for (const row of rows) {
    const artist: ArtistEntity = {
      id: row.id,
      status: 'stored',
      key: row.match_key,
      fields: { name: row.name },
      origins: origins.get(row.id) ?? [],
    };
    set.artistsById.set(artist.id, artist);
    set.artistsByKey.set(artist.key, artist);
  }
}
