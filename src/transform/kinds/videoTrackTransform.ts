import { z } from 'zod';
import { albumDraft, artistDraft, externalIds, observations, trackDraft } from '../drafts.js';
import { audioFrom } from '../fields/audioColumns.js';
import { field, required } from '../fields/field.js';
import { parseAlbumType } from '../fields/parseAlbumType.js';
import { parseName } from '../fields/parseName.js';
import { trackColumns as column } from '../fields/trackColumns.js';
import { videoColumns, videoFrom } from '../fields/videoColumns.js';
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
  ...videoColumns,
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
      album: fields.Album === null ? null : albumDraft(fields.Album, { type: fields.Album_type }),
      durationMs: fields.Duration_ms,
      audio: audioOf(fields),
      video: videoFrom(fields),
      observations: observations('streams', fields.Stream),
    });
  },
});

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
