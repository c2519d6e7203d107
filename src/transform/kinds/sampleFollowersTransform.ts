import { z } from 'zod';
import { artistDraft, externalIds, observations } from '../drafts.js';
import { required } from '../fields/field.js';
import { parseId } from '../fields/parseId.js';
import { parseName } from '../fields/parseName.js';
import { parseWholeNumber } from '../fields/parseNumber.js';
import { defineTransform } from '../recordTransform.js';

const id = required((text) => parseId(text));
const name = required((text) => parseName(text));

/** One row per artist of the built-in sample and day on which its followers were counted. */
export const sampleFollowersTransform = defineTransform({
  kind: 'artist_followers',
  schema: z.object({
    id,
    name,
    followers: required((text) => parseWholeNumber(text, { min: 0 })),
  }),
  draft: (fields, record) => ({
    kind: 'artist',
    artist: artistDraft(fields.name, externalIds(record, 'sample', fields.id)),
    observations: observations('followers', fields.followers),
  }),
});
