import type { z } from 'zod';
import type { Db, SqlValue } from './db.js';

/**
 * One question to the store: a file of `queries/` exports one. The SQL is the part PostgreSQL and Spark share
 * (no `::` casts, no `FILTER`, no `DISTINCT ON`, no lateral unnest) and always orders its rows.
 */
export interface Query<Row> {
  /** The file's name, for example `genre-popularity`; findings name it as their source. */
  readonly id: string;
  /** The question in words. */
  readonly question: string;
  /** "One row per …". */
  readonly grain: string;
  readonly sql: string;
  readonly row: z.ZodType<Row>;
}

/** Asks a query and checks every row against its schema. */
export async function ask<Row>(
  db: Db,
  query: Query<Row>,
  values: readonly SqlValue[] = [],
): Promise<Row[]> {
  const rows = await db.query<object>(query.sql, values);
  return rows.map((row) => query.row.parse(row));
}

/** Whoever can ask queries: the store, or what wraps it to keep count. Layers above the store see no more of it. */
export interface Asker {
  ask<Row>(query: Query<Row>, values?: readonly SqlValue[]): Promise<Row[]>;
}
