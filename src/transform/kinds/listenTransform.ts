import { z } from 'zod';
import { required } from '../fields/field.js';
import { parseId } from '../fields/parseId.js';
import { parseWholeNumber } from '../fields/parseNumber.js';
import { artistIdOf } from '../drafts.js';
import { defineTransform } from '../recordTransform.js';

const id = required((text) => parseId(text));

/** One row per user and artist: how often the one played the other. */
export const listenTransform = defineTransform({
  kind: 'listen',
  schema: z.object({
    userID: id,
    artistID: id,
    weight: required((text) => parseWholeNumber(text, { min: 1 })),
  }),
  draft: (fields, record) => ({
    kind: 'listen',
    user: fields.userID,
    artist: artistIdOf(record, fields.artistID),
    plays: fields.weight,
  }),
});
