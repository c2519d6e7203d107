import { z } from 'zod';
import type { ArtistDraft } from '../../domain/draft.js';
import type { RawRecord } from '../../domain/record.js';
import {
  albumDraft,
  artistDraft,
  externalIds,
  observations,
  tagDrafts,
  trackDraft,
} from '../drafts.js';
import { field, required } from '../fields/field.js';
import { audioColumns, audioFrom } from '../fields/audioColumns.js';
import { parseAlbumType } from '../fields/parseAlbumType.js';
import { parseId } from '../fields/parseId.js';
import { parseName } from '../fields/parseName.js';
import { trackColumns as column } from '../fields/trackColumns.js';
import { defineTransform, FieldProblem, releaseDateOf } from '../recordTransform.js';

const id = required((text) => parseId(text));
const name = required((text) => parseName(text));

const schema = z.object({
  track_id: id,
  track_name: name,
  /** Names, and in the same order ids, parted by semicolons. */
  track_artists: name,
  track_artist_ids: name,
  track_popularity: column.popularity,
  track_album_id: id,
  track_album_name: name,
  track_album_type: field(parseAlbumType),
  track_album_release_date: column.text,
  track_number: column.trackNumber,
  explicit: column.boolean,
  markets: column.markets,
  playlist_id: id,
  playlist_name: name,
  playlist_genre: column.name,
  playlist_subgenre: column.name,
  ...audioColumns,
  duration_ms: column.durationMs,
});
type Fields = z.infer<typeof schema>;

/** One row per song of the built-in sample and playlist. */
export const sampleTrackTransform = defineTransform({
  kind: 'sample_track',
  schema,
  draft(fields, record) {
    const released = releaseDateOf(
      record,
      'track_album_release_date',
      fields.track_album_release_date,
    );
    if (released instanceof FieldProblem) return released;
    const artists = artistsOf(fields, record);
    if (artists instanceof FieldProblem) return artists;
    return trackDraft(fields.track_name, {
      ids: externalIds(record, 'sample', fields.track_id),
      artists,
      album: albumDraft(fields.track_album_name, {
        ids: externalIds(record, 'sample', fields.track_album_id),
        type: fields.track_album_type,
        released,
      }),
      trackNumber: fields.track_number,
      released,
      durationMs: fields.duration_ms,
      explicit: fields.explicit,
      markets: fields.markets,
      audio: audioFrom(fields),
      tags: [
        ...tagDrafts('genre', fields.playlist_genre),
        ...tagDrafts('subgenre', fields.playlist_subgenre),
      ],
      playlist: { id: fields.playlist_id, name: fields.playlist_name },
      observations: observations('popularity', fields.track_popularity),
    });
  },
});

function artistsOf(fields: Fields, record: RawRecord): readonly ArtistDraft[] | FieldProblem {
  const names = fields.track_artists.split(';');
  const ids = fields.track_artist_ids.split(';');
  if (ids.length !== names.length) {
    return new FieldProblem('track_artist_ids', 'must hold one id for each artist');
  }
  return names.map((artist, at) =>
    artistDraft(artist, externalIds(record, 'sample', ids[at] ?? null)),
  );
}
