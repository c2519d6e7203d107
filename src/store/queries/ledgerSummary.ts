import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  source: z.string(),
  kind: z.string(),
  read: z.number(),
  loaded: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  duplicate: z.number(),
  rejected: z.number(),
});

/**
 * The books of the first finished load of each input file. Loading a file again changes nothing in the store,
 * so its later runs are left out: otherwise the report would change when the data does not.
 */
export const ledgerSummary: Query<z.infer<typeof row>> = {
  id: 'ledger-summary',
  question: 'How many records were read, and what became of them?',
  grain: 'One row per source and kind of record',
  row,
  sql: `
    SELECT l.source, l.kind,
      sum(l.read) AS read, sum(l.loaded) AS loaded, sum(l.updated) AS updated,
      sum(l.unchanged) AS unchanged, sum(l.duplicate) AS duplicate, sum(l.rejected) AS rejected
    FROM ledger l
    JOIN (
      SELECT id, row_number() OVER (PARTITION BY source, origin, sha256 ORDER BY started_at, id) AS nth
      FROM ingest_runs
      WHERE status = 'done'
    ) r ON r.id = l.run_id AND r.nth = 1
    GROUP BY l.source, l.kind
    ORDER BY l.source, l.kind`,
};
