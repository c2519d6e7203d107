import { z } from 'zod';
import type { ArtistDraft } from '../../domain/draft.js';
import type { RawRecord } from '../../domain/record.js';
import {
  artistDraft,
  audioOrNull,
  externalIds,
  observations,
  tagDrafts,
  trackDraft,
} from '../drafts.js';
import { field, required } from '../fields/field.js';
import { parseAlbumType } from '../fields/parseAlbumType.js';
import { parseName } from '../fields/parseName.js';
import { parseWholeNumber } from '../fields/parseNumber.js';
import { parseReleaseDate } from '../fields/parseReleaseDate.js';
import { trackColumns as column } from '../fields/trackColumns.js';
import { normaliseName } from '../normaliseName.js';
import { defineTransform, FieldProblem, orProblem } from '../recordTransform.js';

const name = required((text) => parseName(text));

const schema = z.object({
  track_id: name,
  track_name: name,
  /** Names, and in the same order ids, parted by semicolons. */
  track_artists: name,
  track_artist_ids: name,
  track_popularity: column.popularity,
  track_album_id: name,
  track_album_name: name,
  track_album_type: field(parseAlbumType),
  track_album_release_date: column.text,
  track_number: field((text) => parseWholeNumber(text, { min: 1 })),
  explicit: column.boolean,
  markets: column.count,
  playlist_id: name,
  playlist_name: name,
  playlist_genre: column.name,
  playlist_subgenre: column.name,
  danceability: column.share,
  energy: column.share,
  key: column.key,
  loudness: column.loudnessDb,
  mode: column.mode,
  speechiness: column.share,
  acousticness: column.share,
  instrumentalness: column.share,
  liveness: column.share,
  valence: column.share,
  tempo: column.tempoBpm,
  duration_ms: column.durationMs,
});
type Fields = z.infer<typeof schema>;

/** One row per song of the built-in sample and playlist. */
export const sampleTrackTransform = defineTransform({
  kind: 'sample_track',
  schema,
  draft(fields, record) {
    const released = orProblem(
      'track_album_release_date',
      parseReleaseDate(fields.track_album_release_date, record.observedAt),
    );
    if (released instanceof FieldProblem) return released;
    return trackDraft(fields.track_name, {
      ids: externalIds(record, 'sample', fields.track_id),
      artists: artistsOf(fields, record),
      album: {
        title: fields.track_album_name,
        matchKey: normaliseName(fields.track_album_name),
        ids: externalIds(record, 'sample', fields.track_album_id),
        type: fields.track_album_type,
        released,
      },
      trackNumber: fields.track_number,
      released,
      durationMs: fields.duration_ms,
      explicit: fields.explicit,
      markets: fields.markets,
      audio: audioOf(fields),
      tags: [
        ...tagDrafts('genre', fields.playlist_genre),
        ...tagDrafts('subgenre', fields.playlist_subgenre),
      ],
      playlist: { id: fields.playlist_id, name: fields.playlist_name },
      observations: observations('popularity', fields.track_popularity),
    });
  },
});

function artistsOf(fields: Fields, record: RawRecord): readonly ArtistDraft[] {
  const ids = fields.track_artist_ids.split(';');
  return fields.track_artists
    .split(';')
    .map((artist, index) => artistDraft(artist, externalIds(record, 'sample', ids[index] ?? null)));
}

function audioOf(fields: Fields) {
  return audioOrNull({
    danceability: fields.danceability,
    energy: fields.energy,
    key: fields.key,
    loudnessDb: fields.loudness,
    mode: fields.mode,
    speechiness: fields.speechiness,
    acousticness: fields.acousticness,
    instrumentalness: fields.instrumentalness,
    liveness: fields.liveness,
    valence: fields.valence,
    tempoBpm: fields.tempo,
  });
}
