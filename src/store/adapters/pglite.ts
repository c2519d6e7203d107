import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { dataDir } from '@electric-sql/pglite-prepopulatedfs';
import { AppError, messageOf } from '../../errors.js';
import { copyChunks, copyTarget, wholeLines, type CopyRows } from './copyText.js';
import type { Db, SqlValue } from '../db.js';
import { lockDirectory, type LockOwner } from './directoryLock.js';
import { engineError } from './engineError.js';
import { storeError } from './storeError.js';
import { TYPE_PARSERS } from './typeParsers.js';

export interface PgliteOptions {
  /** Who takes the lock; this process unless a worker opens the store for another. */
  readonly owner?: LockOwner;
}

type Session = Pick<Transaction, 'query' | 'exec'>;

/** What all statements of one session share, in or out of a transaction. */
abstract class PgliteSession implements Db {
  readonly engine = 'pglite';

  constructor(
    protected readonly session: Session,
    protected readonly where: string,
    /** The folder; null in memory. */
    protected readonly directory: string | null,
  ) {}

  async query<Row extends object>(sql: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    return this.guard(async () => (await this.session.query<Row>(sql, [...values])).rows);
  }

  async execute(sql: string): Promise<void> {
    await this.guard(() => this.session.exec(sql));
  }

  abstract transaction<T>(work: (db: Db) => Promise<T>): Promise<T>;

  async copyIn(table: string, columns: readonly string[], rows: CopyRows): Promise<number> {
    return this.transaction((db) => (db as PgliteSession).copyChunksIn(table, columns, rows));
  }

  async copyTextIn(
    table: string,
    columns: readonly string[],
    chunks: AsyncIterable<Uint8Array>,
  ): Promise<void> {
    await this.transaction(async (db) => {
      for await (const chunk of gather(chunks)) {
        await (db as PgliteSession).copyBlobIn(table, columns, new Blob(chunk));
      }
    });
  }

  private async copyBlobIn(table: string, columns: readonly string[], blob: Blob): Promise<void> {
    const sql = `COPY ${copyTarget(table, columns)} FROM '/dev/blob'`;
    await this.guard(() => this.session.query(sql, [], { blob }));
  }

  /** One COPY per chunk; only called inside a transaction, so that all of them hold or none. */
  private async copyChunksIn(
    table: string,
    columns: readonly string[],
    rows: CopyRows,
  ): Promise<number> {
    let written = 0;
    for await (const chunk of copyChunks(rows)) {
      await this.copyBlobIn(table, columns, new Blob([chunk.text]));
      written += chunk.rows;
    }
    return written;
  }

  async *copyOut(query: string): AsyncIterable<Uint8Array> {
    const { blob } = await this.guard(() => this.session.query(`COPY (${query}) TO '/dev/blob'`));
    if (blob) yield* wholeLines(piecesOf(blob));
  }

  abstract close(): Promise<void>;

  protected async guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw engineError(error, this.where, this.directory);
    }
  }
}

/**
 * PostgreSQL's own cache of pages takes 128 MB of this process by default and is soon full. What it does not hold comes
 * from the system's cache of files: half of it loads and reads the public data and 100,000 songs in the same time.
 */
const SHARED_BUFFERS = '64MB';

const PIECE = 1 << 20;
const GATHERED = 4 << 20;

/** Small chunks together, so that a COPY is worth its start. */
async function* gather(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array<ArrayBuffer>[]> {
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    pieces.push(new Uint8Array(chunk));
    bytes += chunk.length;
    if (bytes < GATHERED) continue;
    yield pieces;
    pieces = [];
    bytes = 0;
  }
  if (pieces.length > 0) yield pieces;
}

async function* piecesOf(blob: Blob): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < blob.size; start += PIECE) {
    yield new Uint8Array(await blob.slice(start, start + PIECE).arrayBuffer());
  }
}

class PgliteTransaction extends PgliteSession {
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return work(this);
  }

  close(): Promise<void> {
    return Promise.reject(new Error('a store cannot be closed from inside a transaction'));
  }
}

class PgliteDb extends PgliteSession {
  #closed: Promise<void> | null = null;

  constructor(
    private readonly pglite: PGlite,
    where: string,
    directory: string | null,
    private readonly release: (this: void) => void,
  ) {
    super(pglite, where, directory);
  }

  transaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return this.guard(() =>
      this.pglite.transaction((session) =>
        work(new PgliteTransaction(session, this.where, this.directory)),
      ),
    );
  }

  close(): Promise<void> {
    this.#closed ??= this.guard(() => this.pglite.close()).finally(this.release);
    return this.#closed;
  }
}

/** Stands beside the folder while PostgreSQL's first files are written into it. */
function creationMark(directory: string): string {
  return `${directory}.creating`;
}

/**
 * Makes the folder fit to be opened: absent or empty for a new store, complete for an old one. What a killed
 * creation left behind holds no data yet and is removed.
 */
function prepareDirectory(directory: string): void {
  const mark = creationMark(directory);
  if (existsSync(mark)) rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  if (existsSync(join(directory, 'PG_VERSION'))) return;
  if (readdirSync(directory).length > 0) {
    throw new AppError(
      'configuration',
      `${directory} must be an empty folder or a store, but holds other files`,
      'name another folder',
    );
  }
  writeFileSync(mark, '');
}

/**
 * Starts the engine. A new store begins as a copy of a ready-made empty one: making one (`initdb`) is a second program
 * beside the engine, takes seconds and twice the memory.
 */
async function start(directory: string | null, isNew: boolean): Promise<PGlite> {
  return PGlite.create({
    ...(directory === null ? {} : { dataDir: directory }),
    ...(isNew ? { loadDataDir: await dataDir() } : {}),
    parsers: { ...TYPE_PARSERS },
    startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${SHARED_BUFFERS}`],
  });
}

async function startIn(directory: string): Promise<PGlite> {
  prepareDirectory(directory);
  try {
    const pglite = await start(directory, existsSync(creationMark(directory)));
    rmSync(creationMark(directory), { force: true });
    return pglite;
  } catch (error) {
    const known = engineError(error, `the store ${directory}`, directory);
    if (known instanceof AppError) throw known;
    throw new AppError(
      'configuration',
      `the store ${directory} could not be opened (${messageOf(error)})`,
      'it may come from another version or be damaged; move it away and load the data anew',
      { cause: error },
    );
  }
}

/**
 * Opens PostgreSQL inside this process, in memory or in a folder that is made if need be. A folder is locked against
 * other processes until `close()` or the end of the process; the lock lies beside it, as `<directory>.lock`.
 *
 * Nothing here is global, so a worker thread can host it. A statement runs on the calling thread and cannot be
 * cancelled. Files are not synced on commit: a killed process loses nothing, a power cut may lose the last commits.
 *
 * @throws AppError `locked` where another process uses the folder, `configuration` where it cannot be written to
 * @example
 * const db = await openPglite('data/store/public');
 * await db.query('SELECT 1 AS one');
 * await db.close();
 */
export async function openPglite(
  directory: string | null,
  options: PgliteOptions = {},
): Promise<Db> {
  if (directory === null)
    return new PgliteDb(await start(null, true), 'the store in memory', null, () => undefined);
  const path = resolve(directory);
  const where = `the store ${path}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const lock = lockDirectory(path, options.owner);
    try {
      return new PgliteDb(await startIn(path), where, path, lock.release);
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw storeError(error, where);
  }
}
