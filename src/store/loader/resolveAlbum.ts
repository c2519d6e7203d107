import { mergeInto, newMerged, type AlbumEntity } from './entities.js';
import type { PreparedAlbum } from './preparedRecord.js';
import { splitRef } from './prefetchShared.js';
import { addTo, type WorkingSet } from './workingSet.js';

/** The album with one of the record's ids. */
export function albumById(set: WorkingSet, album: PreparedAlbum): AlbumEntity | undefined {
  for (const ref of album.refs) {
    const known = set.albumsByRef.get(ref);
    if (known) return known;
  }
  return undefined;
}

/** An album of the record's artist and name that no id speaks against: the song's own, else the smallest id. */
export function albumByName(
  set: WorkingSet,
  album: PreparedAlbum,
  songAlbumId: string | null,
): AlbumEntity | undefined {
  const candidates = (set.albumsByKey.get(album.key) ?? []).filter(
    (candidate) => !album.draft.ids.some(({ scheme }) => candidate.schemes.includes(scheme)),
  );
  const own = candidates.find(({ id }) => id === songAlbumId);
  if (own) return own;
  return candidates.reduce<AlbumEntity | undefined>(
    (best, candidate) => (best && best.id <= candidate.id ? best : candidate),
    undefined,
  );
}

/**
 * Merges a record's album into the one that was found, or makes a new one.
 *
 * @param artistId the album's artist: the first artist of the song, where one is known
 */
export function mergeAlbum(
  set: WorkingSet,
  known: AlbumEntity | undefined,
  album: PreparedAlbum,
  artistId: string | null,
  source: string,
): AlbumEntity {
  const { title, type, released } = album.draft;
  const fields = { title, artist_id: artistId, album_type: type, released };
  const entity = known ?? create(set, album, fields, source);
  if (known) set.changes += mergeInto('album', known, fields, source).length;
  for (const ref of album.refs) {
    if (set.albumsByRef.has(ref)) continue;
    const [scheme, value] = splitRef(ref);
    set.albumsByRef.set(ref, entity);
    set.presence.note('album-ref', ref);
    entity.schemes.push(scheme);
    set.rows.insert('album_ids', [scheme, value, entity.id]);
    set.changes += 1;
  }
  return entity;
}

function create(
  set: WorkingSet,
  album: PreparedAlbum,
  fields: Parameters<typeof newMerged>[1],
  source: string,
): AlbumEntity {
  const id = album.refs[0] ?? `name:${album.key}`;
  const entity = { ...newMerged(id, fields, source), key: album.key, schemes: [] };
  set.albumsById.set(id, entity);
  addTo(set.albumsByKey, album.key, entity);
  set.presence.note('album-key', album.key);
  set.changes += 1;
  return entity;
}
