import type { ReleaseDate } from '../../domain/draft.js';
import type { CopyRow } from '../adapters/copyText.js';
import type { Db, SqlValue } from '../db.js';
import type { MergedEntity } from './fieldPriority.js';
import { AUDIO_FIELDS } from './audioFields.js';
import type { Merged, SongEntity, Tracked } from './entities.js';
import type { WrittenTable } from './rowBuffer.js';
import type { ListenEntity, WorkingSet } from './workingSet.js';

/** Hands a row over, by its status, and takes it for written. */
function place(set: WorkingSet, table: WrittenTable, row: Tracked, values: () => CopyRow): void {
  if (row.status === 'stored') return;
  if (row.status === 'new') set.rows.insert(table, values());
  else set.rows.update(table, values());
  row.status = 'stored';
}

function scalar(entity: Merged, field: string): SqlValue {
  const value = entity.fields[field] ?? null;
  return typeof value === 'object' ? null : value;
}

function releaseColumns(entity: Merged): readonly [string | null, string | null] {
  const release = entity.fields['released'] as ReleaseDate | null | undefined;
  return release ? [release.on, release.precision] : [null, null];
}

function placeOrigins(set: WorkingSet, kind: MergedEntity, entity: Merged): void {
  for (const row of entity.origins) {
    place(set, 'provenance', row, () => [kind, entity.id, row.source, [...row.fields].sort()]);
  }
}

function placeArtists(set: WorkingSet): void {
  for (const artist of set.artistsToWrite) {
    place(set, 'artists', artist, () => [artist.id, scalar(artist, 'name'), artist.key]);
    placeOrigins(set, 'artist', artist);
  }
}

function placeAlbums(set: WorkingSet): void {
  for (const album of set.albumsById.values()) {
    place(set, 'albums', album, () => [
      album.id,
      scalar(album, 'title'),
      album.key,
      scalar(album, 'artist_id'),
      scalar(album, 'album_type'),
      ...releaseColumns(album),
    ]);
    placeOrigins(set, 'album', album);
  }
}

function placeSong(set: WorkingSet, song: SongEntity): void {
  place(set, 'songs', song, () => [
    song.id,
    scalar(song, 'title'),
    song.key,
    song.workKey,
    scalar(song, 'album_id'),
    scalar(song, 'album_type'),
    scalar(song, 'track_number'),
    ...releaseColumns(song),
    scalar(song, 'duration_ms'),
    scalar(song, 'explicit'),
    scalar(song, 'markets'),
  ]);
  placeOrigins(set, 'song', song);
  placeAudio(set, song);
  for (const entry of song.playlists) {
    place(set, 'playlist_songs', entry, () => [
      entry.playlistId,
      song.id,
      [...entry.tagIds].sort(),
    ]);
  }
  for (const tag of song.tags) {
    place(set, 'song_tags', tag, () => [song.id, tag.tagId, tag.source, tag.weight]);
  }
}

function placeAudio(set: WorkingSet, song: SongEntity): void {
  const { audio } = song;
  if (!audio) return;
  place(set, 'audio_features', audio, () => [
    song.id,
    ...AUDIO_FIELDS.map(([, column]) => scalar(audio, column)),
  ]);
  placeOrigins(set, 'audio_features', audio);
}

function placeListen(set: WorkingSet, listen: ListenEntity): void {
  const { source, userId, artistId, parts } = listen;
  const plays = parts.reduce((sum, part) => sum + part.plays, 0);
  place(set, 'artist_listens', listen, () => [source, userId, artistId, parts[0]?.ref, plays]);
  for (const part of parts.slice(1)) {
    place(set, 'artist_listen_spellings', part, () => [
      source,
      userId,
      artistId,
      part.ref,
      part.plays,
    ]);
  }
}

/** Writes everything a batch has added or changed, and forgets what the next one does not need. */
export async function writeBatch(db: Db, set: WorkingSet): Promise<void> {
  placeArtists(set);
  placeAlbums(set);
  for (const song of set.songsById.values()) placeSong(set, song);
  for (const listen of set.listens.values()) placeListen(set, listen);
  await set.rows.flush(db);
  set.endBatch();
}
