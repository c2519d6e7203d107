import { z } from 'zod';
import type { Db } from '../db.js';
import { ask, type Query } from '../query.js';

const row = z.object({
  source: z.string(),
  kind: z.string(),
  origin: z.string(),
  line: z.number(),
  key: z.string(),
  field: z.string(),
  reason: z.string(),
  value: z.string(),
});

export type DeadLetter = z.infer<typeof row>;

const deadLettersQuery: Query<DeadLetter> = {
  id: 'dead-letters',
  question: 'Which records could not become data, and why?',
  grain: 'One row per rejected record',
  row,
  sql: `
    SELECT source, kind, origin, line, key, field, reason, value
    FROM dead_letters
    ORDER BY source, origin, line, kind, field`,
};

/** Every record that could not become data, in the order of source, file and line. */
export function deadLetters(db: Db): Promise<DeadLetter[]> {
  return ask(db, deadLettersQuery);
}
