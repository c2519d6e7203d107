import { z } from 'zod';
import type { Db } from '../db.js';
import { ask, type Query } from '../query.js';

const row = z.object({
  run_id: z.string(),
  source: z.string(),
  kind: z.string(),
  read: z.number(),
  loaded: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  duplicate: z.number(),
  rejected: z.number(),
});

export type LedgerRow = z.infer<typeof row>;

export const ledgerQuery: Query<LedgerRow> = {
  id: 'ledger',
  question: 'What became of the records of each run?',
  grain: 'One row per run, source and kind of record',
  row,
  sql: `
    SELECT entry.run_id, entry.source, entry.kind, entry.read, entry.loaded, entry.updated, entry.unchanged,
      entry.duplicate, entry.rejected
    FROM ledger entry
    JOIN ingest_runs run ON run.id = entry.run_id
    ORDER BY run.started_at, entry.run_id, entry.source, entry.kind`,
};

/** The ledger of all runs, or of one. */
export async function ledgerOf(db: Db, runId?: string): Promise<LedgerRow[]> {
  const rows = await ask(db, ledgerQuery);
  return runId === undefined ? rows : rows.filter((entry) => entry.run_id === runId);
}
