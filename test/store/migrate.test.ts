import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentHash } from '../../src/store/contentHash.js';
import type { Db } from '../../src/store/db.js';
import { dataDictionary } from '../../src/store/dataDictionary.js';
import { exportTo } from '../../src/store/exportTo.js';
import { migrate, readMigrations, type Migration } from '../../src/store/migrate.js';
import { openPglite } from '../../src/store/adapters/pglite.js';
import { rowCounts } from '../../src/store/rowCounts.js';
import { tableColumns } from '../../src/store/tableColumns.js';
import { TABLES } from '../../src/store/tables.js';
import { loadLittle } from './contract/storeContract.js';
import { emptyStore } from './drafts.js';

let db: Db;
let other: Db;
beforeAll(async () => {
  db = await openPglite(null);
  other = await openPglite(null);
});
afterAll(async () => {
  await db.close();
  await other.close();
});

const step = (name: string, sql: string): Migration => ({ name, sql, checksum: `sum of ${sql}` });

describe('migrate', () => {
  it('applies what is missing, in order, once', async () => {
    const all = readMigrations();
    expect(all.map(({ name }) => name)).toEqual([...all.map(({ name }) => name)].sort());
    expect(await migrate(db, all.slice(0, 2))).toHaveLength(2);
    expect(await migrate(db)).toEqual(all.slice(2).map(({ name }) => name));
    expect(await migrate(db)).toEqual([]);
  });

  it('refuses a store of a newer version, and a step that was changed', async () => {
    const all = readMigrations();
    await expect(migrate(db, all.slice(0, 3))).rejects.toThrow(/newer version/);
    const [first, ...rest] = all;
    await expect(
      migrate(db, [{ ...(first ?? step('', '')), checksum: 'x' }, ...rest]),
    ).rejects.toThrow(/must not change/);
  });

  it('applies all of a failing series or nothing', async () => {
    const bad = [
      ...readMigrations(),
      step('900-good.sql', 'CREATE TABLE good (a text)'),
      step('901-bad.sql', 'CREATE nonsense'),
    ];
    await expect(migrate(db, bad)).rejects.toThrow(/syntax/);
    expect(await migrate(db)).toEqual([]);
    expect([...(await tableColumns(db)).keys()]).not.toContain('good');
  });
});

describe('the schema', () => {
  it('has a meaning for every table and column, and an entry in the list of tables', async () => {
    const undescribed = await db.query(
      `SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       WHERE c.relkind = 'r' AND c.relnamespace = CAST('public' AS regnamespace) AND a.attnum > 0
         AND (col_description(c.oid, a.attnum) IS NULL OR obj_description(c.oid, 'pg_class') IS NULL)`,
    );
    expect(undescribed).toEqual([]);
    const tables = [...(await tableColumns(db)).keys()].filter(
      (table) => table !== 'schema_migrations',
    );
    expect(tables.sort()).toEqual(TABLES.map(({ name }) => name).sort());
  });

  it('sorts all text by code unit', async () => {
    const other = await db.query(
      `SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       JOIN pg_collation l ON l.oid = a.attcollation
       WHERE c.relkind = 'r' AND c.relnamespace = CAST('public' AS regnamespace) AND a.attnum > 0
         AND l.collname <> 'C' AND a.atttypid = CAST('text' AS regtype)`,
    );
    expect(other).toEqual([]);
  });
});

describe('exportTo', () => {
  it('copies everything, refuses a full target, and replaces it when told to', async () => {
    await loadLittle(db);
    const told: string[] = [];
    const written = await exportTo(db, other, {
      onProgress: (table, rows) => told.push(`${table} ${rows}`),
    });
    expect(told).toContain('songs 1');
    expect(written).toEqual(await rowCounts(db));
    expect(await contentHash(other)).toBe(await contentHash(db));
    expect(await dataDictionary(other)).toBe(await dataDictionary(db));
    await expect(exportTo(db, other)).rejects.toThrow(/must be empty, but has artists \(2 rows\)/);
    await emptyStore(db);
    await exportTo(db, other, { replace: true });
    expect([...(await rowCounts(other)).values()].every((rows) => rows === 0)).toBe(true);
  });

  it('writes nothing when rows are missing', async () => {
    await loadLittle(db);
    await emptyStore(other);
    const losing: Db = Object.assign(Object.create(db) as Db, {
      engine: db.engine,
      query: db.query.bind(db),
      copyOut: (sql: string) =>
        db.copyOut(sql.endsWith('FROM dead_letters') ? `${sql} LIMIT 0` : sql),
    });
    await expect(exportTo(losing, other)).rejects.toThrow(
      /dead_letters must arrive whole, but 0 of 1 rows did/,
    );
    expect((await rowCounts(other)).get('songs')).toBe(0);
  });
});
