import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  source: z.string(),
  field: z.string(),
  reason: z.string(),
  rejected: z.number(),
});

/** Why records were refused. A record with two bad fields counts under both. */
export const rejectionReasons: Query<z.infer<typeof row>> = {
  id: 'rejection-reasons',
  question: 'Why were records refused?',
  grain: 'One row per source, field and reason',
  row,
  sql: `
    SELECT source, field, reason, count(*) AS rejected
    FROM dead_letters
    GROUP BY source, field, reason
    ORDER BY rejected DESC, source, field, reason COLLATE "C"`,
};
