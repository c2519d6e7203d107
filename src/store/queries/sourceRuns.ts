import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  source: z.string(),
  origin: z.string(),
  sha256: z.string(),
  observedOn: z.string().nullable(),
  read: z.number(),
});

/** The inputs a store was filled from. Loading a file again adds nothing, so only its first finished run counts. */
export const sourceRuns: Query<z.infer<typeof row>> = {
  id: 'source-runs',
  question:
    'Which files were loaded, of which source, as of which date, and how many records do they hold?',
  grain: 'One row per source and file content',
  row,
  sql: `
    SELECT r.source, r.origin, r.sha256, r.observed_on AS "observedOn", sum(l.read) AS read
    FROM (
      SELECT id, source, origin, sha256, observed_on,
        row_number() OVER (PARTITION BY source, origin, sha256 ORDER BY started_at, id) AS nth
      FROM ingest_runs
      WHERE status = 'done'
    ) r
    JOIN ledger l ON l.run_id = r.id
    WHERE r.nth = 1
    GROUP BY r.source, r.origin, r.sha256, r.observed_on
    ORDER BY r.source, r.origin, r.sha256`,
};
