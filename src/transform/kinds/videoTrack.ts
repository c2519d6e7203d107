import { z } from 'zod';
import type { AlbumDraft, VideoDraft } from '../../domain/draft.js';
import { artistDraft, externalIds, observations, trackDraft } from '../drafts.js';
import { audioFrom } from '../fields/audioColumns.js';
import { field, required } from '../fields/field.js';
import { parseAlbumType } from '../fields/parseAlbumType.js';
import { parseName } from '../fields/parseName.js';
import { trackColumns as column } from '../fields/trackColumns.js';
import { normaliseName } from '../normaliseName.js';
import { defineTransform } from '../recordTransform.js';

const schema = z.object({
  Artist: required((text) => parseName(text)),
  Track: required((text) => parseName(text)),
  Album: column.name,
  Album_type: field(parseAlbumType),
  /** Only in the published form of the file. */
  Uri: column.trackId,
  Danceability: column.share,
  Energy: column.share,
  Key: column.key,
  Loudness: column.loudnessDb,
  Speechiness: column.share,
  Acousticness: column.share,
  Instrumentalness: column.share,
  Liveness: column.share,
  Valence: column.share,
  Tempo: column.tempoBpm,
  Duration_ms: column.durationMs,
  Title: column.name,
  Channel: column.name,
  Views: column.count,
  Likes: column.count,
  Comments: column.count,
  Licensed: column.boolean,
  official_video: column.boolean,
  Stream: column.count,
});
type Fields = z.infer<typeof schema>;

/** One row per artist and top-ten track, with the video that was found for it. */
export const videoTrackTransform = defineTransform({
  kind: 'video_track',
  schema,
  draft(fields, record) {
    return trackDraft(fields.Track, {
      ids: externalIds(record, 'spotify', fields.Uri),
      artists: [artistDraft(fields.Artist)],
      album: albumOf(fields),
      durationMs: fields.Duration_ms,
      audio: audioOf(fields),
      video: videoOf(fields),
      observations: observations('streams', fields.Stream),
    });
  },
});

function albumOf(fields: Fields): AlbumDraft | null {
  if (fields.Album === null) return null;
  return {
    title: fields.Album,
    matchKey: normaliseName(fields.Album),
    ids: [],
    type: fields.Album_type,
    released: null,
  };
}

function videoOf(fields: Fields): VideoDraft | null {
  if (fields.Title === null && fields.Channel === null && fields.Views === null) return null;
  return {
    title: fields.Title,
    channel: fields.Channel,
    views: fields.Views,
    likes: fields.Likes,
    comments: fields.Comments,
    licensed: fields.Licensed,
    official: fields.official_video,
  };
}

/** Written with capitals here; this file has no mode. */
function audioOf(fields: Fields) {
  return audioFrom({
    danceability: fields.Danceability,
    energy: fields.Energy,
    key: fields.Key,
    loudness: fields.Loudness,
    mode: null,
    speechiness: fields.Speechiness,
    acousticness: fields.Acousticness,
    instrumentalness: fields.Instrumentalness,
    liveness: fields.Liveness,
    valence: fields.Valence,
    tempo: fields.Tempo,
  });
}
