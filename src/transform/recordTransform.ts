import type { z } from 'zod';
import type { Draft, ReleaseDate } from '../domain/draft.js';
import type { RawRecord } from '../domain/record.js';
import { Invalid } from './fields/invalid.js';
import { parseReleaseDate } from './fields/parseReleaseDate.js';

/** A field that makes its record unusable, with the requirement it breaks. */
export class FieldProblem {
  constructor(
    readonly field: string,
    readonly reason: string,
  ) {}
}

/** How records of one kind become drafts. */
export interface RecordTransform {
  readonly kind: string;
  toDraft(record: RawRecord): Draft | FieldProblem;
}

/** A schema for the fields, and the step from checked fields to a draft. */
export interface RecordTransformSpec<Fields> {
  readonly kind: string;
  readonly schema: z.ZodType<Fields, Record<string, unknown>>;
  draft(fields: Fields, record: RawRecord): Draft | FieldProblem;
}

/** Makes a transform of one kind from its zod schema, which is compiled once, here. */
export function defineTransform<Fields>(spec: RecordTransformSpec<Fields>): RecordTransform {
  return {
    kind: spec.kind,
    toDraft(record) {
      const parsed = spec.schema.safeParse(record.payload);
      if (parsed.success) return spec.draft(parsed.data, record);
      const issue = parsed.error.issues[0];
      return new FieldProblem(String(issue?.path[0] ?? 'record'), issue?.message ?? 'is not valid');
    },
  };
}

/**
 * The release date in a field, or what is wrong with it. It stands outside the schemas because the latest date
 * allowed depends on the day of the record's observation.
 *
 * @param field the column's name, for the rejection
 */
export function releaseDateOf(
  record: RawRecord,
  field: string,
  text: string,
): ReleaseDate | null | FieldProblem {
  const released = parseReleaseDate(text, record.observedAt);
  return released instanceof Invalid ? new FieldProblem(field, released.reason) : released;
}
