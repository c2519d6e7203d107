import type { SongEntity } from './entities.js';
import { newMerged, touch } from './entities.js';
import type { PreparedTrack } from './preparedRecord.js';
import { splitRef } from './prefetchShared.js';
import { addTo, type WorkingSet } from './workingSet.js';

/** The more popular one; where that decides nothing, the one with the smaller id. */
function better(left: SongEntity, right: SongEntity): SongEntity {
  if (left.popularity !== right.popularity)
    return left.popularity > right.popularity ? left : right;
  return left.id <= right.id ? left : right;
}

/**
 * The song a record means. An id decides; a record whose ids are all unknown may join a song of the same first artist
 * and title, unless that song already has an id of the same scheme: two ids of one scheme are two songs. Where
 * several songs qualify, the most popular one is meant.
 */
export function findSong(set: WorkingSet, track: PreparedTrack): SongEntity | undefined {
  for (const ref of track.refs) {
    const known = set.songsByRef.get(ref);
    if (known) return known;
  }
  if (track.key === null) return undefined;
  const candidates = (set.songsByKey.get(track.key) ?? []).filter(
    (candidate) => !track.draft.ids.some(({ scheme }) => candidate.schemes.includes(scheme)),
  );
  return candidates.length === 0 ? undefined : candidates.reduce(better);
}

/** A song that the store does not have yet. */
export function createSong(
  set: WorkingSet,
  track: PreparedTrack,
  fields: Parameters<typeof newMerged>[1],
): SongEntity {
  const { id, status, origins } = newMerged(track.songId, fields, track.record.source);
  const song: SongEntity = {
    id,
    status,
    fields,
    origins,
    key: track.key ?? track.anonymousKey,
    workKey: track.workKey,
    schemes: [],
    artistIds: [],
    audio: null,
    playlists: [],
    tags: [],
    snapshots: [],
    videos: [],
    popularity: -1,
  };
  set.songsById.set(song.id, song);
  addTo(set.songsByKey, song.key, song);
  set.presence.note('song-key', song.key);
  set.changes += 1;
  return song;
}

/** Adds ids that nobody has yet. */
export function addSongIds(set: WorkingSet, song: SongEntity, track: PreparedTrack): void {
  for (const ref of track.refs) {
    if (set.songsByRef.has(ref)) continue;
    const [scheme, value] = splitRef(ref);
    set.songsByRef.set(ref, song);
    set.presence.note('song-ref', ref);
    song.schemes.push(scheme);
    set.rows.insert('song_ids', [scheme, value, song.id]);
    set.changes += 1;
  }
}

/** A song that was known by id alone gets its keys once a record names its artist. */
export function nameSong(set: WorkingSet, song: SongEntity, track: PreparedTrack): void {
  if (track.key === null || song.artistIds.length > 0 || song.key === track.key) return;
  song.key = track.key;
  song.workKey = track.workKey;
  touch(song);
  addTo(set.songsByKey, song.key, song);
  set.presence.note('song-key', song.key);
  set.changes += 1;
}
