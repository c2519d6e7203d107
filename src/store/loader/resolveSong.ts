import type { SongEntity } from './entities.js';
import { newMerged, touch } from './entities.js';
import type { PreparedTrack } from './preparedRecord.js';
import { splitRef } from './prefetchShared.js';
import { agreesInLength, isKnownTo, isSameLength, RECORD_SCHEME } from './recordRef.js';
import { addTo, type WorkingSet } from './workingSet.js';

/** How surely a candidate of the right name is the song that a record means; more is surer. */
function fit({ record, draft }: PreparedTrack, song: SongEntity): number {
  const length = song.fields['duration_ms'];
  const isSame = isSameLength(draft.durationMs, typeof length === 'number' ? length : null);
  const isOwn = draft.ids.length === 0 && isKnownTo(record.source, song.records);
  return (isOwn ? 2 : 0) + (isSame === true ? 1 : 0);
}

/** The song that fits better; else the more popular one; else the one with the smaller id. */
function better(track: PreparedTrack, left: SongEntity, right: SongEntity): SongEntity {
  const difference = fit(track, left) - fit(track, right) || left.popularity - right.popularity;
  if (difference !== 0) return difference > 0 ? left : right;
  return left.id <= right.id ? left : right;
}

/** Two ids of one scheme are two songs, and so are two records without ids of one source that differ in length. */
function mayMean({ record, draft }: PreparedTrack, song: SongEntity): boolean {
  return draft.ids.length > 0
    ? !draft.ids.some(({ scheme }) => song.schemes.includes(scheme))
    : agreesInLength(record.source, draft.durationMs, song.records);
}

/**
 * The song a record means. An id decides; a record whose ids are all unknown may join a song of the same first artist
 * and title, unless ids or lengths speak against it. Where several songs qualify, a record without an id means the one
 * that its source spoke of before, then one of the same length is meant, then the most popular.
 */
export function findSong(set: WorkingSet, track: PreparedTrack): SongEntity | undefined {
  for (const ref of track.refs) {
    const known = set.songsByRef.get(ref);
    if (known) return known;
  }
  if (track.key === null) return undefined;
  const candidates = (set.songsByKey.get(track.key) ?? []).filter((song) => mayMean(track, song));
  return candidates.length === 0
    ? undefined
    : candidates.reduce((best, song) => better(track, best, song));
}

/** Its first id, else its name; a further song of that name is called by its record. */
function songIdOf(set: WorkingSet, { draft, key, refs }: PreparedTrack): string {
  const ref = refs[0] ?? '';
  if (draft.ids.length > 0 || key === null) return ref;
  const id = `name:${key}`;
  return set.songsByKey.get(key)?.some((song) => song.id === id) ? ref : id;
}

/** A song that the store does not have yet. */
export function createSong(
  set: WorkingSet,
  track: PreparedTrack,
  fields: Parameters<typeof newMerged>[1],
): SongEntity {
  const { id, status, origins } = newMerged(songIdOf(set, track), fields, track.record.source);
  const song: SongEntity = {
    id,
    status,
    fields,
    origins,
    key: track.key ?? track.anonymousKey,
    workKey: track.workKey,
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
    if (scheme === RECORD_SCHEME) song.records.push(value);
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
