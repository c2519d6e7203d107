import { z } from 'zod';
import { artistDraft, externalIds, observations, trackDraft } from '../drafts.js';
import { required } from '../fields/field.js';
import { parseId } from '../fields/parseId.js';
import { parseName } from '../fields/parseName.js';
import { trackColumns as column } from '../fields/trackColumns.js';
import { videoColumns, videoFrom } from '../fields/videoColumns.js';
import { defineTransform } from '../recordTransform.js';

const id = required((text) => parseId(text));
const name = required((text) => parseName(text));

const schema = z.object({
  track_id: id,
  Artist: name,
  artist_id: id,
  Track: name,
  ...videoColumns,
  Stream: column.count,
});

/** One row per song of the built-in sample that has a video. */
export const sampleVideoTransform = defineTransform({
  kind: 'sample_video',
  schema,
  draft: (fields, record) =>
    trackDraft(fields.Track, {
      ids: externalIds(record, 'sample', fields.track_id),
      artists: [artistDraft(fields.Artist, externalIds(record, 'sample', fields.artist_id))],
      video: videoFrom(fields),
      observations: observations('streams', fields.Stream),
    }),
});
