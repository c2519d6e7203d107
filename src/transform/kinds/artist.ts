import { z } from 'zod';
import { artistDraft, externalIds } from '../drafts.js';
import { required } from '../fields/field.js';
import { parseName } from '../fields/parseName.js';
import { defineTransform } from '../recordTransform.js';

const name = required((text) => parseName(text));

/** One row per artist of Last.fm's list. */
export const artistTransform = defineTransform({
  kind: 'artist',
  schema: z.object({ id: name, name }),
  draft: (fields, record) => ({
    kind: 'artist',
    artist: artistDraft(fields.name, externalIds(record, 'lastfm-2k', fields.id)),
    observations: [],
  }),
});
