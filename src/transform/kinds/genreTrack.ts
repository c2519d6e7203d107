import { z } from 'zod';
import { audioOrNull, externalIds, observations, tagDrafts, trackDraft } from '../drafts.js';
import { required } from '../fields/field.js';
import { parseName } from '../fields/parseName.js';
import { parseReleaseDate } from '../fields/parseReleaseDate.js';
import { parseTrackId, trackColumns as column } from '../fields/trackColumns.js';
import { defineTransform, FieldProblem, orProblem } from '../recordTransform.js';

const schema = z.object({
  id: required(parseTrackId),
  name: required((text) => parseName(text)),
  genre: required((text) => parseName(text)),
  popularity: column.popularity,
  acousticness: column.share,
  danceability: column.share,
  energy: column.share,
  instrumentalness: column.share,
  liveness: column.share,
  speechiness: column.share,
  duration_ms: column.durationMs,
  key: column.key,
  /** The file's own spelling of loudness. */
  loadness: column.loudnessDb,
  mode: column.mode,
  tempo: column.tempoBpm,
  valence: column.share,
  available_market: column.count,
  release_date: column.text,
  explicit: column.boolean,
});
type Fields = z.infer<typeof schema>;

/** One row per track and genre. The file names no artist: its tracks are known by id alone. */
export const genreTrackTransform = defineTransform({
  kind: 'genre_track',
  schema,
  draft(fields, record) {
    const released = orProblem(
      'release_date',
      parseReleaseDate(fields.release_date, record.observedAt),
    );
    if (released instanceof FieldProblem) return released;
    return trackDraft(fields.name, {
      ids: externalIds(record, 'spotify', fields.id),
      released,
      durationMs: fields.duration_ms,
      explicit: fields.explicit,
      markets: fields.available_market,
      audio: audioOf(fields),
      tags: tagDrafts('genre', fields.genre),
      observations: observations('popularity', fields.popularity),
    });
  },
});

function audioOf(fields: Fields) {
  return audioOrNull({
    danceability: fields.danceability,
    energy: fields.energy,
    key: fields.key,
    loudnessDb: fields.loadness,
    mode: fields.mode,
    speechiness: fields.speechiness,
    acousticness: fields.acousticness,
    instrumentalness: fields.instrumentalness,
    liveness: fields.liveness,
    valence: fields.valence,
    tempoBpm: fields.tempo,
  });
}
