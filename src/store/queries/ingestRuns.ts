import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  id: z.string(),
  source: z.string(),
  origin: z.string(),
  sha256: z.string(),
  status: z.enum(['running', 'done', 'failed']),
  observed_on: z.string().nullable(),
  started_at: z.string(),
  finished_at: z.string().nullable(),
});

export type IngestRunRow = z.infer<typeof row>;

export const ingestRunsQuery: Query<IngestRunRow> = {
  id: 'ingest-runs',
  question: 'What was read, when, and how did it end?',
  grain: 'One row per run',
  row,
  sql: `
    SELECT id, source, origin, sha256, status, observed_on, started_at, finished_at
    FROM ingest_runs
    ORDER BY started_at, id`,
};
