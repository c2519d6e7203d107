import type { Db } from '../db.js';

/** One reading of one input. */
export interface IngestRun {
  /** Unique in the store, for example source, beginning of the hash, and start. */
  readonly id: string;
  readonly source: string;
  /** File or folder name, or address. */
  readonly origin: string;
  readonly sha256: string;
  /** The day the observations speak of (ISO), where one holds for all of them. */
  readonly observedOn: string | null;
  /** ISO instant. */
  readonly startedAt: string;
}

/**
 * Notes that a run has begun, outside its transaction: one that is killed stays visible as running. Earlier runs of
 * the same input that never ended have failed.
 */
export async function beginRun(db: Db, run: IngestRun): Promise<void> {
  await db.query(
    `UPDATE ingest_runs SET status = 'failed'
     WHERE status = 'running' AND source = $1 AND origin = $2 AND id <> $3`,
    [run.source, run.origin, run.id],
  );
  await db.query(
    `INSERT INTO ingest_runs (id, source, origin, sha256, status, observed_on, started_at)
     VALUES ($1, $2, $3, $4, 'running', $5, $6)
     ON CONFLICT (id) DO UPDATE SET status = 'running', started_at = EXCLUDED.started_at, finished_at = NULL`,
    [run.id, run.source, run.origin, run.sha256, run.observedOn, run.startedAt],
  );
}

/** Notes how a run ended; the time is the database's. */
export async function endRun(db: Db, runId: string, status: 'done' | 'failed'): Promise<void> {
  await db.query(
    'UPDATE ingest_runs SET status = $2, finished_at = clock_timestamp() WHERE id = $1',
    [runId, status],
  );
}
