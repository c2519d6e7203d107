import type { Db } from './db.js';
import { rowCountsQuery } from './queries/rowCounts.js';
import { ask } from './query.js';

/** The number of rows of every table, parents before children. */
export async function rowCounts(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await ask(db, rowCountsQuery);
  return new Map(rows.map(({ table_name: table, rows: count }) => [table, count]));
}
