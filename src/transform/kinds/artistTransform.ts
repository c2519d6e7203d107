import { z } from 'zod';
import { artistDraft, externalIds } from '../drafts.js';
import { required } from '../fields/field.js';
import { parseId } from '../fields/parseId.js';
import { parseName } from '../fields/parseName.js';
import { defineTransform } from '../recordTransform.js';

const id = required((text) => parseId(text));
const name = required((text) => parseName(text));

/** One row per artist of Last.fm's list. */
export const artistTransform = defineTransform({
  kind: 'artist',
  schema: z.object({ id, name }),
  draft: (fields, record) => ({
    kind: 'artist',
    artist: artistDraft(fields.name, externalIds(record, 'lastfm-2k', fields.id)),
    observations: [],
  }),
});
