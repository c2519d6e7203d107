import { z } from 'zod';
import type { AlbumDraft } from '../../domain/draft.js';
import type { RawRecord } from '../../domain/record.js';
import {
  albumDraft,
  artistDraft,
  externalIds,
  observations,
  tagDrafts,
  trackDraft,
} from '../drafts.js';
import { audioColumns, audioFrom } from '../fields/audioColumns.js';
import { field, required } from '../fields/field.js';
import { parseId } from '../fields/parseId.js';
import { parseName } from '../fields/parseName.js';
import { parseTrackId, trackColumns as column } from '../fields/trackColumns.js';
import { defineTransform, FieldProblem, releaseDateOf } from '../recordTransform.js';

/** The file was written by R: `NA` in a name means that there is none. */
const parseRName = (text: string) => parseName(text, ['NA']);

const parseRId = (text: string) => parseId(text, ['NA']);

const schema = z.object({
  track_id: required(parseTrackId),
  track_name: required(parseRName),
  track_artist: required(parseRName),
  track_popularity: column.popularity,
  track_album_id: field(parseRId),
  track_album_name: field(parseRName),
  track_album_release_date: column.text,
  playlist_name: field(parseRName),
  playlist_id: field(parseRId),
  playlist_genre: field(parseRName),
  playlist_subgenre: field(parseRName),
  ...audioColumns,
  duration_ms: column.durationMs,
});
type Fields = z.infer<typeof schema>;

/** One row per track on a playlist and subgenre: the same track on another playlist is another fact. */
export const playlistTrackTransform = defineTransform({
  kind: 'playlist_track',
  schema,
  draft(fields, record) {
    const released = releaseDateOf(
      record,
      'track_album_release_date',
      fields.track_album_release_date,
    );
    if (released instanceof FieldProblem) return released;
    const playlistId = fields.playlist_id;
    return trackDraft(fields.track_name, {
      ids: externalIds(record, 'spotify', fields.track_id),
      artists: [artistDraft(fields.track_artist)],
      album: albumOf(fields, record, released),
      released,
      durationMs: fields.duration_ms,
      audio: audioFrom(fields),
      tags: [
        ...tagDrafts('genre', fields.playlist_genre),
        ...tagDrafts('subgenre', fields.playlist_subgenre),
      ],
      playlist:
        playlistId === null ? null : { id: playlistId, name: fields.playlist_name ?? playlistId },
      observations: observations('popularity', fields.track_popularity),
    });
  },
});

function albumOf(
  fields: Fields,
  record: RawRecord,
  released: AlbumDraft['released'],
): AlbumDraft | null {
  if (fields.track_album_name === null) return null;
  const ids = externalIds(record, 'spotify', fields.track_album_id);
  return albumDraft(fields.track_album_name, { ids, released });
}
