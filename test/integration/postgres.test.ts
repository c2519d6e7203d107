import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appErrorOf } from '../appErrorOf.js';
import { contentHash } from '../../src/store/contentHash.js';
import type { Db } from '../../src/store/db.js';
import { exportTo } from '../../src/store/exportTo.js';
import { load } from '../../src/store/load.js';
import { migrate } from '../../src/store/migrate.js';
import { openStore } from '../../src/store/openStore.js';
import { openPostgres } from '../../src/store/adapters/postgres.js';
import { rowCountsQuery } from '../../src/store/queries/rowCounts.js';
import { ask } from '../../src/store/query.js';
import { openSample } from '../../src/sources/sample/openSample.js';
import { transform } from '../../src/transform/transform.js';
import { describeStoreContract } from '../store/contract/storeContract.js';
import { ledgerRows } from '../store/books.js';
import { record, run, spotify, track } from '../store/drafts.js';

const URL_NAME = 'LINER_TEST_POSTGRES_URL';
const url = process.env[URL_NAME] ?? '';
if (url === '') console.warn(`skipped: ${URL_NAME} names no PostgreSQL server to test against`);

function changed(change: (address: URL) => void): string {
  const address = new URL(url);
  change(address);
  return address.href;
}

/** A schema of its own makes each test file independent of what else the database holds. */
async function freshServer(): Promise<Db> {
  const db = await openPostgres(url);
  await db.execute('DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public');
  return db;
}

if (url !== '') describeStoreContract('server', freshServer);

describe.skipIf(url === '')('a PostgreSQL server', () => {
  let embedded: Db;
  let server: Db;
  beforeAll(async () => {
    server = await freshServer();
    embedded = await openStore({ directory: null });
    const input = openSample({ songs: 500, seed: 3 });
    async function* records() {
      for await (const raw of input.records()) yield transform(raw);
    }
    await load(embedded, records(), run({ source: 'sample', origin: input.origin }));
  });
  afterAll(async () => {
    await embedded.close();
    await server.close();
  });

  it('receives an embedded store whole, and answers queries alike', async () => {
    await exportTo(embedded, server);
    expect(await contentHash(server)).toBe(await contentHash(embedded));
    expect(await ask(server, rowCountsQuery)).toEqual(await ask(embedded, rowCountsQuery));
    expect(await ledgerRows(server)).toEqual(await ledgerRows(embedded));
    expect((await appErrorOf(exportTo(embedded, server))).message).toMatch(/must be empty/);
    await exportTo(embedded, server, { replace: true });
    expect(await contentHash(server)).toBe(await contentHash(embedded));
  });

  it('is migrated by one process at a time', async () => {
    const other = await freshServer();
    const applied = await Promise.all([migrate(server), migrate(other)]);
    expect(applied.map((names) => names.length > 0).sort()).toEqual([false, true]);
    await other.close();
  });

  it('refuses a wrong password or database without showing the password', async () => {
    const wrong = await appErrorOf(
      openPostgres(changed((address) => (address.password = 'hunter2'))),
    );
    expect(wrong.message).toMatch(/refused the user or the password/);
    expect(`${wrong.message} ${wrong.hint}`).not.toContain('hunter2');
    const nowhere = await appErrorOf(
      openPostgres(changed((address) => (address.pathname = '/no_such_database'))),
    );
    expect(nowhere.message).toMatch(/no database of that name/);
  });

  it('says when a server has no TLS although the address insists on it', async () => {
    const [setting] = await server.query<{ ssl: string }>("SELECT current_setting('ssl') AS ssl");
    const insisting = openPostgres(
      changed((address) => address.searchParams.set('sslmode', 'require')),
    );
    if (setting?.ssl === 'on') await (await insisting).close();
    else expect((await appErrorOf(insisting)).message).toMatch(/SSL/);
    const plain = await openPostgres(
      changed((address) => address.searchParams.set('sslmode', 'disable')),
    );
    await plain.close();
  });

  it('loses nothing but the load when the connection dies in the middle of it', async () => {
    await migrate(server);
    const doomed = await openPostgres(url);
    async function* records() {
      for (let index = 0; ; index += 1) {
        yield record(track(`Song ${index}`, { ids: [spotify(`s${index}`)] }), {
          key: String(index),
        });
        if (index !== 2500) continue;
        await server.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE pid <> pg_backend_pid() AND state = 'idle in transaction'`,
        );
      }
    }
    const error = await appErrorOf(
      load(doomed, records(), run({ id: 'doomed' }), { batchSize: 1000 }),
    );
    expect([error.code, error.message]).toEqual([
      'failed',
      expect.stringMatching(/connection to the server was lost/),
    ]);
    const [left] = await server.query<{ n: number }>(
      "SELECT count(*) AS n FROM songs WHERE id LIKE 'spotify:s%'",
    );
    expect(left?.n).toBe(0);
    const [noted] = await server.query<{ status: string }>(
      "SELECT status FROM ingest_runs WHERE id = 'doomed'",
    );
    expect(noted?.status).toBe('failed');
    await doomed.close();
  });

  it('must be new enough and speak UTF-8', async () => {
    await server.execute('DROP DATABASE IF EXISTS liner_latin');
    await server.execute(
      "CREATE DATABASE liner_latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0",
    );
    const error = await appErrorOf(
      openPostgres(changed((address) => (address.pathname = '/liner_latin'))),
    );
    expect(error.message).toMatch(/must have the encoding UTF8, got LATIN1/);
    await server.execute('DROP DATABASE liner_latin');
  });
});
