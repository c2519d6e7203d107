import { z } from 'zod';
import { artistIdOf } from '../drafts.js';
import { required } from '../fields/field.js';
import { parseId } from '../fields/parseId.js';
import { parseWholeNumber } from '../fields/parseNumber.js';
import { isCalendarDay } from '../fields/parseReleaseDate.js';
import { trackColumns as column } from '../fields/trackColumns.js';
import { defineTransform, FieldProblem } from '../recordTransform.js';

const id = required((text) => parseId(text));
const part = (max: number) => required((text) => parseWholeNumber(text, { min: 1, max }));

const schema = z.object({
  userID: id,
  artistID: id,
  tagID: id,
  /** The tag's name, which its source looked up under `tagID`; empty where that id is unknown. */
  tagValue: column.name,
  day: part(31),
  month: part(12),
  year: part(9999),
});

/** One row per user, artist and tag. */
export const tagAssignmentTransform = defineTransform({
  kind: 'tag_assignment',
  schema,
  draft(fields, record) {
    if (fields.tagValue === null)
      return new FieldProblem('tagID', 'is not an id of the list of tags');
    const on = isoDay(fields);
    if (on === null) return new FieldProblem('day', 'must be a day of the calendar');
    return {
      kind: 'tag-assignment',
      user: fields.userID,
      artist: artistIdOf(record, fields.artistID),
      tag: { name: fields.tagValue, kind: 'tag' },
      on,
    };
  },
});

function isoDay({ year, month, day }: { year: number; month: number; day: number }): string | null {
  if (!isCalendarDay(year, month, day)) return null;
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
