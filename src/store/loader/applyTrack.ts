import { SOURCE_PRIORITY } from './fieldPriority.js';
import { mergeFields, type FieldValue } from './mergeFields.js';
import { AUDIO_FIELDS } from './audioFields.js';
import { mergeInto, newMerged, touch, type ArtistEntity, type SongEntity } from './entities.js';
import { placeTag } from './placeTag.js';
import type { PreparedTrack } from './preparedRecord.js';
import { albumById, albumByName, mergeAlbum } from './resolveAlbum.js';
import { resolveArtist } from './resolveArtist.js';
import { addSongIds, createSong, findSong, nameSong } from './resolveSong.js';
import type { WorkingSet } from './workingSet.js';

/**
 * Writes one track record into the working set: artists, album, song, and everything observed of it.
 *
 * @returns whether the row the record stands for is new: its place on a playlist, or else the song
 */
export function applyTrack(set: WorkingSet, track: PreparedTrack): boolean {
  const { source } = track.record;
  const artists = track.artists.map((artist) => resolveArtist(set, artist, source).artist);
  const known = findSong(set, track);
  const albumId = placeAlbum(set, track, known, artists[0]?.id ?? null);
  const song = known ?? createSong(set, track, songFields(track, albumId));
  if (known) mergeSong(set, known, track, albumId);
  addSongIds(set, song, track);
  addArtists(set, song, artists);
  addAudio(set, song, track);
  const tagIds = track.draft.tags.map((tag) => placeTag(set, tag));
  const isNewPlace = addPlaylist(set, song, track, tagIds);
  if (track.playlistId === null) for (const tag of tagIds) addTag(set, song, tag, source, false);
  addObservations(set, song, track);
  return track.playlistId === null ? known === undefined : isNewPlace;
}

function songFields({ draft }: PreparedTrack, albumId: string | null): Record<string, FieldValue> {
  return {
    title: draft.title,
    album_id: albumId,
    album_type: draft.album?.type ?? null,
    track_number: draft.trackNumber,
    released: draft.released,
    duration_ms: draft.durationMs,
    explicit: draft.explicit,
    markets: draft.markets,
  };
}

function mergeSong(
  set: WorkingSet,
  song: SongEntity,
  track: PreparedTrack,
  albumId: string | null,
): void {
  const fields = songFields(track, albumId);
  nameSong(set, song, track);
  const changed = mergeInto('song', song, fields, track.record.source);
  set.changes += changed.length;
  // The keys of a work follow the title, wherever both come from a record that names the artist.
  if (changed.includes('title') && track.key !== null) song.workKey = track.workKey;
}

/** Whether a song would take this source's album, if it named another one than the song's. */
function takesAlbum(song: SongEntity, source: string): boolean {
  const album = { album_id: '?' };
  return mergeFields(song.fields, album, song.origins, source, SOURCE_PRIORITY.song).length > 0;
}

/**
 * The id of the record's album. An album that is known by name alone is only looked for where the song has it or
 * takes it: so none stands empty, and reading the same record again ends at the same album.
 */
function placeAlbum(
  set: WorkingSet,
  track: PreparedTrack,
  song: SongEntity | undefined,
  artistId: string | null,
): string | null {
  const { album, record } = track;
  if (!album) return null;
  const songAlbumId = song ? albumIdOf(song) : null;
  let known = albumById(set, album);
  if (!known) {
    known = albumByName(set, album, songAlbumId);
    const isOwn = known !== undefined && known.id === songAlbumId;
    if (song && !isOwn && !takesAlbum(song, record.source)) return null;
  }
  return mergeAlbum(set, known, album, artistId, record.source).id;
}

function albumIdOf(song: SongEntity): string | null {
  const id = song.fields['album_id'];
  return typeof id === 'string' ? id : null;
}

function addArtists(set: WorkingSet, song: SongEntity, artists: readonly ArtistEntity[]): void {
  for (const { id } of artists) {
    if (song.artistIds.includes(id)) continue;
    song.artistIds.push(id);
    set.rows.insert('song_artists', [song.id, id, song.artistIds.length]);
    set.changes += 1;
  }
}

function addAudio(set: WorkingSet, song: SongEntity, track: PreparedTrack): void {
  const { audio } = track.draft;
  if (!audio) return;
  const fields: Record<string, number | null> = {};
  for (const [name, column] of AUDIO_FIELDS) fields[column] = audio[name];
  if (song.audio) {
    set.changes += mergeInto('audio_features', song.audio, fields, track.record.source).length;
    return;
  }
  song.audio = newMerged(song.id, fields, track.record.source);
  set.changes += 1;
}

/** Adds to a tag's weight, which counts playlists; without a playlist a tag is given once and for all. */
function addTag(
  set: WorkingSet,
  song: SongEntity,
  tag: string,
  source: string,
  counts: boolean,
): void {
  const known = song.tags.find((one) => one.tagId === tag && one.source === source);
  if (known && !counts) return;
  set.changes += 1;
  if (!known) {
    song.tags.push({ status: 'new', tagId: tag, source, weight: 1 });
    return;
  }
  known.weight += 1;
  touch(known);
}

function addPlaylist(
  set: WorkingSet,
  song: SongEntity,
  track: PreparedTrack,
  tagIds: readonly string[],
): boolean {
  const { playlistId: id, draft, record } = track;
  if (id === null || !draft.playlist) return false;
  if (!set.playlistIds.has(id)) {
    set.playlistIds.add(id);
    set.presence.note('playlist', id);
    set.rows.insert('playlists', [id, draft.playlist.name, record.source]);
  }
  const known = song.playlists.find(({ playlistId }) => playlistId === id);
  const place = known ?? { status: 'new' as const, playlistId: id, tagIds: [] };
  if (!known) {
    song.playlists.push(place);
    set.changes += 1;
  }
  for (const tag of tagIds) {
    if (place.tagIds.includes(tag)) continue;
    place.tagIds.push(tag);
    touch(place);
    addTag(set, song, tag, record.source, true);
  }
  return known === undefined;
}

function addObservations(set: WorkingSet, song: SongEntity, track: PreparedTrack): void {
  const { source, observedAt } = track.record;
  const day = observedAt.slice(0, 10);
  for (const { metric, value } of track.draft.observations) {
    const key = `${metric}\t${source}\t${day}`;
    if (song.snapshots.includes(key)) continue; // the first value of a source and day stays
    song.snapshots.push(key);
    if (metric === 'popularity') song.popularity = Math.max(song.popularity, value);
    set.rows.insert('metric_snapshots', [song.id, null, metric, source, day, value]);
    set.changes += 1;
  }
  const { video } = track.draft;
  if (!video || song.videos.includes(`${source}\t${day}`)) return;
  song.videos.push(`${source}\t${day}`);
  const { title, channel, views, likes, comments, licensed, official } = video;
  set.rows.insert('video_stats', [
    song.id,
    source,
    day,
    title,
    channel,
    views,
    likes,
    comments,
    licensed,
    official,
  ]);
  set.changes += 1;
}
