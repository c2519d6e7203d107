import { mergeInto, newMerged, type ArtistEntity } from './entities.js';
import type { PreparedArtist } from './preparedRecord.js';
import { splitRef } from './prefetchShared.js';
import type { WorkingSet } from './workingSet.js';

function find(set: WorkingSet, artist: PreparedArtist): ArtistEntity | undefined {
  for (const ref of artist.refs) {
    const known = set.artistsByRef.get(ref);
    if (known) return known;
  }
  return set.artistsByKey.get(artist.key);
}

/**
 * The artist a record means: by id first, then by normalised name; a new one where neither is known.
 * The name is merged by the order of the sources, and new ids are added.
 */
export function resolveArtist(
  set: WorkingSet,
  artist: PreparedArtist,
  source: string,
): { readonly artist: ArtistEntity; readonly isNew: boolean } {
  const known = find(set, artist);
  const entity = known ?? create(set, artist, source);
  if (known) mergeName(set, known, artist.draft.name, source);
  for (const ref of artist.refs) {
    if (set.artistsByRef.has(ref)) continue;
    set.artistsByRef.set(ref, entity);
    set.presence.note('artist-ref', ref);
    set.rows.insert('artist_ids', [...splitRef(ref), entity.id]);
    set.changes += 1;
  }
  return { artist: entity, isNew: known === undefined };
}

function mergeName(set: WorkingSet, artist: ArtistEntity, name: string, source: string): void {
  if (mergeInto('artist', artist, { name }, source).length === 0) return;
  set.artistsToWrite.add(artist);
  set.changes += 1;
}

function create(set: WorkingSet, artist: PreparedArtist, source: string): ArtistEntity {
  const id = artist.refs[0] ?? `name:${artist.key}`;
  const entity = { ...newMerged(id, { name: artist.draft.name }, source), key: artist.key };
  set.artistsById.set(id, entity);
  set.artistsToWrite.add(entity);
  set.artistsByKey.set(artist.key, entity);
  set.presence.note('artist-key', artist.key);
  set.changes += 1;
  return entity;
}
