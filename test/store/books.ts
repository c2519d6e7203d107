import type { Db } from '../../src/store/db.js';

/** One row of the table of runs. */
export interface RunRow {
  readonly id: string;
  readonly status: string;
  readonly started_at: string;
  readonly finished_at: string | null;
}

/** The runs of a store in the order of their start. */
export function ingestRuns(db: Db): Promise<RunRow[]> {
  return db.query(
    'SELECT id, status, started_at, finished_at FROM ingest_runs ORDER BY started_at, id',
  );
}

/** What became of the records of each run, by source and kind. */
export function ledgerRows(db: Db): Promise<object[]> {
  return db.query('SELECT * FROM ledger ORDER BY run_id, source, kind');
}
