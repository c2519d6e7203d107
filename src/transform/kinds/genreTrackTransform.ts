import { z } from 'zod';
import { externalIds, observations, tagDrafts, trackDraft } from '../drafts.js';
import { audioColumns, audioFrom } from '../fields/audioColumns.js';
import { required } from '../fields/field.js';
import { parseName } from '../fields/parseName.js';
import { parseTrackId, trackColumns as column } from '../fields/trackColumns.js';
import { defineTransform, FieldProblem, releaseDateOf } from '../recordTransform.js';

const schema = z.object({
  id: required(parseTrackId),
  name: required((text) => parseName(text)),
  genre: required((text) => parseName(text)),
  popularity: column.popularity,
  ...audioColumns,
  /** The file's own spelling of loudness. */
  loadness: column.loudnessDb,
  duration_ms: column.durationMs,
  available_market: column.markets,
  release_date: column.text,
  explicit: column.boolean,
});

/** One row per track and genre. The file names no artist: its tracks are known by id alone. */
export const genreTrackTransform = defineTransform({
  kind: 'genre_track',
  schema,
  draft(fields, record) {
    const released = releaseDateOf(record, 'release_date', fields.release_date);
    if (released instanceof FieldProblem) return released;
    return trackDraft(fields.name, {
      ids: externalIds(record, 'spotify', fields.id),
      released,
      durationMs: fields.duration_ms,
      explicit: fields.explicit,
      markets: fields.available_market,
      audio: audioFrom({ ...fields, loudness: fields.loadness }),
      tags: tagDrafts('genre', fields.genre),
      observations: observations('popularity', fields.popularity),
    });
  },
});
