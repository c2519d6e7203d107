/** Values that can be bound to a query. */
export type SqlValue = string | number | boolean | null | readonly string[] | readonly number[];

/**
 * The small database both engines offer: PostgreSQL in the process (PGlite) and a PostgreSQL server.
 * Both give `bigint` and `numeric` as numbers, dates as ISO text and timestamps as ISO text in UTC.
 */
export interface Db {
  readonly engine: 'pglite' | 'postgres';

  /** Runs one statement with bound values and gives its rows. */
  query<Row extends object>(sql: string, values?: readonly SqlValue[]): Promise<Row[]>;

  /** Runs a script of several statements without values. */
  execute(sql: string): Promise<void>;

  /** All or nothing; nested calls join the outer transaction. */
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>;

  /**
   * Streams rows into a table by COPY (text format, `null` as `\N`).
   *
   * @returns the number of rows written
   */
  copyIn(
    table: string,
    columns: readonly string[],
    rows:
      | Iterable<readonly (SqlValue | undefined)[]>
      | AsyncIterable<readonly (SqlValue | undefined)[]>,
  ): Promise<number>;

  /**
   * Streams COPY text into a table, as another store's `copyOut` gave it.
   *
   * @param chunks text in UTF-8, each chunk of whole lines
   */
  copyTextIn(
    table: string,
    columns: readonly string[],
    chunks: AsyncIterable<Uint8Array>,
  ): Promise<void>;

  /** Streams the result of a query out by COPY in text format, in chunks of whole lines. */
  copyOut(query: string): AsyncIterable<Uint8Array>;

  close(): Promise<void>;
}
