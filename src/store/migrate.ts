import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { AppError } from '../errors.js';
import type { Db } from './db.js';

/** One step of the schema: a numbered SQL file, with the hash of its text. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** The same folder seen from `src/store` and from `dist/store`. */
const MIGRATIONS = new URL('../../src/store/migrations/', import.meta.url);
const FILE_NAME = /^\d{3}-[a-z-]+\.sql$/;
/** Any number, as long as it is always the same: two processes that migrate one server wait for each other. */
const ADVISORY_LOCK = 7_140_918;

/** Reads the migrations of a folder in order. */
export function readMigrations(folder: URL = MIGRATIONS): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => FILE_NAME.test(name));
  return names.sort().map((name) => {
    const sql = readFileSync(new URL(name, folder), 'utf8').replaceAll('\r\n', '\n');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
}

function checkApplied(
  applied: readonly AppliedMigration[],
  migrations: readonly Migration[],
): void {
  for (const { name, checksum } of applied) {
    const known = migrations.find((migration) => migration.name === name);
    if (!known) {
      throw new AppError(
        'configuration',
        `the store was made by a newer version: it has the migration ${name}, which this version does not know`,
        'use that version, or load the data into a new store',
      );
    }
    if (known.checksum !== checksum) {
      throw new AppError(
        'configuration',
        `the migration ${name} must not change after it was applied, but the store has another text of it`,
        'restore the file, or load the data into a new store',
      );
    }
  }
}

/**
 * Brings a store to the current schema: applies what is missing, in order, all or nothing. On a current store it
 * changes nothing.
 *
 * @returns the names of the migrations that were applied
 * @throws AppError `configuration` where the store is newer than this version, or an applied migration was changed
 */
export async function migrate(
  db: Db,
  migrations: readonly Migration[] = readMigrations(),
): Promise<readonly string[]> {
  return db.transaction(async (transaction) => {
    await transaction.query(`SELECT pg_advisory_xact_lock(${ADVISORY_LOCK})`);
    await transaction.execute(
      `CREATE TABLE IF NOT EXISTS schema_migrations (
         name text COLLATE "C" PRIMARY KEY,
         checksum text COLLATE "C" NOT NULL,
         applied_at timestamptz NOT NULL DEFAULT now()
       )`,
    );
    const applied = await transaction.query<AppliedMigration>(
      'SELECT name, checksum FROM schema_migrations',
    );
    checkApplied(applied, migrations);
    const missing = migrations.filter(({ name }) => !applied.some((one) => one.name === name));
    for (const { name, sql, checksum } of missing) {
      await transaction.execute(sql);
      await transaction.query('INSERT INTO schema_migrations (name, checksum) VALUES ($1, $2)', [
        name,
        checksum,
      ]);
    }
    return missing.map(({ name }) => name);
  });
}
