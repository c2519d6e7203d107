import type { Db } from '../db.js';

/** Fewer new rows than these change no plan. */
const FEWEST = 1_000;
/** The share of what the planner knows of a table that must be new before its knowledge is worth renewing. */
const SHARE = 0.5;
/** A fifth of the usual sample: the plans are the same, and it takes a fifth of the time. */
const TARGET = 20;

/**
 * Renews the planner's statistics of tables that a run has grown: an embedded store has no background process that
 * would do it.
 *
 * @param written rows added, by table
 */
export async function analyzeTables(db: Db, written: ReadonlyMap<string, number>): Promise<void> {
  const known = await db.query<{ name: string; rows: number }>(
    `SELECT relname AS name, reltuples AS rows FROM pg_class
     WHERE relkind = 'r' AND relnamespace = CAST(current_schema() AS regnamespace)`,
  );
  const rowsOf = new Map(known.map(({ name, rows }) => [name, rows]));
  const grown = [...written]
    .filter(([table, rows]) => rows >= FEWEST && rows >= SHARE * (rowsOf.get(table) ?? 0))
    .map(([table]) => table);
  if (grown.length === 0) return;
  await db.execute(`SET LOCAL default_statistics_target = ${TARGET}; ANALYZE ${grown.join(', ')}`);
}
