import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { AppError, messageOf } from '../../errors.js';
import { copyChunks, copyTarget, wholeLines, type CopyRows } from './copyText.js';
import type { Db, SqlValue } from '../db.js';
import { parsePostgresAddress, type PostgresAddress } from './postgresAddress.js';
import { storeError } from './storeError.js';
import { elementParser, TYPE_PARSERS } from './typeParsers.js';

const TEXT_ARRAY = 1009;
const MINIMUM_VERSION = 150_000;
/** Texts of dates and instants must not depend on the server's settings. */
const SESSION = "SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'";

type TextParser = (text: string) => unknown;

/** The driver's own parser of a type's text; all values come as text, for no statement asks for binary. */
function driverParser(oid: number): TextParser {
  return pg.types.getTypeParser(oid, 'text') as TextParser;
}

function typeParser(oid: number): TextParser {
  const own = TYPE_PARSERS[oid];
  if (own) return own;
  const element = elementParser(oid);
  if (!element) return driverParser(oid);
  const parseArray = driverParser(TEXT_ARRAY) as (text: string) => (string | null)[];
  return (text) => parseArray(text).map((item) => (item === null ? null : element(item)));
}

/** Statements on one connection that is held for as long as this object is used. */
class PostgresTransaction implements Db {
  readonly engine = 'postgres';

  constructor(
    private readonly client: pg.PoolClient,
    private readonly where: string,
  ) {}

  async query<Row extends object>(sql: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    return guard(this.where, async () => (await this.client.query<Row>(sql, [...values])).rows);
  }

  async execute(sql: string): Promise<void> {
    await guard(this.where, () => this.client.query(sql));
  }

  transaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return work(this);
  }

  async copyIn(table: string, columns: readonly string[], rows: CopyRows): Promise<number> {
    const stream = this.client.query(copyFrom(`COPY ${copyTarget(table, columns)} FROM STDIN`));
    let written = 0;
    const texts = async function* (): AsyncGenerator<Buffer> {
      for await (const chunk of copyChunks(rows, 262_144)) {
        written += chunk.rows;
        yield Buffer.from(chunk.text);
      }
    };
    await guard(this.where, () => pipeline(Readable.from(texts()), stream));
    return written;
  }

  async copyTextIn(
    table: string,
    columns: readonly string[],
    chunks: AsyncIterable<Uint8Array>,
  ): Promise<void> {
    const stream = this.client.query(copyFrom(`COPY ${copyTarget(table, columns)} FROM STDIN`));
    await guard(this.where, () => pipeline(Readable.from(chunks), stream));
  }

  async *copyOut(query: string): AsyncIterable<Uint8Array> {
    const stream = this.client.query(copyTo(`COPY (${query}) TO STDOUT`));
    const iterator = wholeLines(stream)[Symbol.asyncIterator]();
    for (;;) {
      const next = await guard(this.where, () => iterator.next());
      if (next.done) return;
      yield next.value;
    }
  }

  close(): Promise<void> {
    return Promise.reject(new Error('a store cannot be closed from inside a transaction'));
  }
}

async function guard<T>(where: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storeError(error, where);
  }
}

/** A pool of connections: each statement takes a free one, a transaction holds one. */
class PostgresDb implements Db {
  readonly engine = 'postgres';
  #closed: Promise<void> | null = null;

  constructor(
    private readonly pool: pg.Pool,
    private readonly where: string,
  ) {}

  query<Row extends object>(sql: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    return this.withConnection((db) => db.query<Row>(sql, values));
  }

  execute(sql: string): Promise<void> {
    return this.withConnection((db) => db.execute(sql));
  }

  transaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return this.withConnection(async (db) => {
      await db.execute('BEGIN');
      const result = await work(db);
      await db.execute('COMMIT');
      return result;
    });
  }

  copyIn(table: string, columns: readonly string[], rows: CopyRows): Promise<number> {
    return this.withConnection((db) => db.copyIn(table, columns, rows));
  }

  copyTextIn(
    table: string,
    columns: readonly string[],
    chunks: AsyncIterable<Uint8Array>,
  ): Promise<void> {
    return this.withConnection((db) => db.copyTextIn(table, columns, chunks));
  }

  async *copyOut(query: string): AsyncIterable<Uint8Array> {
    const client = await guard(this.where, () => this.pool.connect());
    let finished = false;
    try {
      yield* new PostgresTransaction(client, this.where).copyOut(query);
      finished = true;
    } finally {
      client.release(!finished); // a connection that is left in mid-COPY cannot be used again
    }
  }

  close(): Promise<void> {
    this.#closed ??= this.pool.end();
    return this.#closed;
  }

  /** Lends a connection; after an error it is thrown away, which also rolls back what it had begun. */
  private async withConnection<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const client = await guard(this.where, () => this.pool.connect());
    let lost: Error | null = null;
    const onLoss = (error: Error): void => {
      lost = error; // also reported to the running statement; without a listener it would end the process
    };
    client.on('error', onLoss);
    let failed = true;
    try {
      const result = await work(new PostgresTransaction(client, this.where));
      failed = false;
      return result;
    } catch (error) {
      throw lost ? storeError(lost, this.where) : error;
    } finally {
      client.removeListener('error', onLoss);
      client.release(failed);
    }
  }
}

function setSession(client: pg.ClientBase): unknown {
  return client.query(SESSION);
}

function makePool(address: PostgresAddress, ssl: PostgresAddress['attempts'][number]): pg.Pool {
  const pool = new pg.Pool({
    host: address.host,
    port: address.port,
    user: address.user,
    password: address.password,
    database: address.database,
    ssl,
    max: 4,
    connectionTimeoutMillis: 10_000,
    application_name: 'liner-notes',
    // The pool waits for it, though its type does not say so.
    onConnect: setSession,
    types: { getTypeParser: typeParser as typeof pg.types.getTypeParser },
  });
  pool.on('error', () => {
    // An idle connection was lost; the pool opens another one when it is needed.
  });
  return pool;
}

async function connect(address: PostgresAddress): Promise<pg.Pool> {
  const failures: unknown[] = [];
  for (const ssl of address.attempts) {
    const pool = makePool(address, ssl);
    try {
      await pool.query('SELECT 1');
      return pool;
    } catch (error) {
      failures.push(error);
      await pool.end();
    }
  }
  throw failures.find((error) => !/does not support SSL/.test(messageOf(error))) ?? failures[0];
}

async function checkServer(pool: pg.Pool, where: string): Promise<void> {
  const { rows } = await pool.query<{ version: string; encoding: string }>(
    "SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding",
  );
  const version = Number(rows[0]?.version);
  const encoding = rows[0]?.encoding ?? '';
  if (version < MINIMUM_VERSION) {
    throw new AppError(
      'configuration',
      `${where} must be PostgreSQL 15 or newer, got ${Math.floor(version / 10_000)}`,
    );
  }
  if (encoding !== 'UTF8') {
    throw new AppError(
      'configuration',
      `${where} must have the encoding UTF8, got ${encoding}`,
      'create it with: createdb --encoding UTF8 --template template0 NAME',
    );
  }
}

/**
 * Opens a store on a PostgreSQL server (version 15 or newer, encoding UTF8).
 *
 * @param url `postgres://user:password@host:port/database?sslmode=…`; the password appears in no message
 * @throws AppError `configuration` where the address is wrong or nobody answers there, `failed` where the server goes
 * away later
 */
export async function openPostgres(url: string): Promise<Db> {
  const address = parsePostgresAddress(url);
  const where = `the database ${address.shown}`;
  let pool: pg.Pool;
  try {
    pool = await connect(address);
  } catch (error) {
    const known = storeError(error, where);
    if (known instanceof AppError) throw known;
    throw new AppError(
      'configuration',
      `${where}: ${messageOf(error)}`,
      'check the address and the server',
      {
        cause: error,
      },
    );
  }
  try {
    await checkServer(pool, where);
    return new PostgresDb(pool, where);
  } catch (error) {
    await pool.end();
    throw storeError(error, where);
  }
}
