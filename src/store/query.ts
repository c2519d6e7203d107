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

/** Rows that are in memory at once while {@link each} runs. */
const BATCH = 5_000;

/**
 * Hands over the rows of a query one after another, checked against its schema, so that a million of them need not
 * stand in memory at once. They come in the query's order and of one state of the store.
 *
 * @param take is called with every row; what it throws ends the reading
 */
export async function each<Row>(
  db: Db,
  query: Query<Row>,
  take: (row: Row) => void,
  values: readonly SqlValue[] = [],
): Promise<void> {
  await db.transaction(async (session) => {
    // All rows are wanted; a cursor is planned for the first tenth of them unless told so.
    await session.query('SET LOCAL cursor_tuple_fraction = 1');
    await session.query(`DECLARE answer NO SCROLL CURSOR FOR ${query.sql}`, values);
    for (;;) {
      const rows = await session.query<object>(`FETCH ${BATCH} FROM answer`);
      for (const row of rows) take(query.row.parse(row));
      if (rows.length < BATCH) break;
    }
    await session.query('CLOSE answer');
  });
}

/** Whoever can ask queries: the store, or what wraps it to keep count. Layers above the store see no more of it. */
export interface Asker {
  ask<Row>(query: Query<Row>, values?: readonly SqlValue[]): Promise<Row[]>;

  /** For answers that grow with the songs: see {@link each}. */
  each<Row>(
    query: Query<Row>,
    take: (row: Row) => void,
    values?: readonly SqlValue[],
  ): Promise<void>;
}
