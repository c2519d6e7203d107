import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentHash } from '../../src/store/contentHash.js';
import { openStore } from '../../src/store/openStore.js';
import { workplace } from '../cli/workplace.js';

const URL_NAME = 'LINER_TEST_POSTGRES_URL';
const server = process.env[URL_NAME] ?? '';
if (server === '') console.warn(`skipped: ${URL_NAME} names no PostgreSQL server to test against`);

const chrome = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
const hasBrowser = existsSync(chrome);
if (!hasBrowser) console.warn(`skipped: no browser at ${chrome}; CHROME_PATH names another`);

describe.skipIf(server === '')('the commands on a PostgreSQL server', () => {
  const name = `liner_commands_${process.pid}`;
  const address = new URL(server === '' ? 'postgres://nowhere' : server);
  address.pathname = `/${name}`;
  const place = workplace();
  const onServer = workplace({ DATABASE_URL: address.href });

  const administer = async (sql: string): Promise<void> => {
    const db = await openStore({ url: server });
    try {
      await db.execute(sql);
    } finally {
      await db.close();
    }
  };
  beforeAll(() => administer(`CREATE DATABASE ${name}`));
  afterAll(() => administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));

  const hashOf = async (where: Parameters<typeof openStore>[0]): Promise<string> => {
    const db = await openStore(where);
    try {
      return await contentHash(db);
    } finally {
      await db.close();
    }
  };

  it('ingest, rejected and db speak with it', async () => {
    onServer.write('songs.csv', 'name,artist,popularity\nA,B,50\nC,D,far too much\n');
    expect((await onServer.liner('ingest', 'songs.csv', '--as-of', '2020-01-01')).code).toBe(0);
    expect((await onServer.liner('rejected')).stdout).toContain('songs.csv:3');
    const info = await onServer.liner('db', 'info', '--json');
    expect(JSON.parse(info.stdout)).toMatchObject({ engine: 'postgres', rows: { songs: 1 } });
    expect(existsSync(join(onServer.path, 'store/main'))).toBe(false);
  });

  it('export copies the embedded store, and over data only when told to', async () => {
    place.write('own.csv', 'name,artist,popularity\nE,F,10\nG,H,20\n');
    expect((await place.liner('ingest', 'own.csv', '--as-of', '2020-01-01')).code).toBe(0);
    const refused = await place.liner('db', 'export', '--to', address.href);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('the target must be empty');
    const done = await place.liner('db', 'export', '--to', address.href, '--replace', '--json');
    expect(done.code).toBe(0);
    expect(JSON.parse(done.stdout)).toMatchObject({ engine: 'postgres', rows: { songs: 2 } });
    expect(await hashOf({ url: address.href })).toBe(
      await hashOf({ directory: join(place.path, 'store/main') }),
    );
  });

  it('report gives the same findings from the server as from the embedded store', async () => {
    for (const where of [place, onServer]) {
      expect((await where.liner('report', '--dataset', 'store', '--out', 'out')).code).toBe(0);
    }
    expect(onServer.read('out/findings.json')).toBe(place.read('out/findings.json'));
    expect(onServer.read('out/INSIGHTS.md')).toBe(place.read('out/INSIGHTS.md'));
  });
});

describe.skipIf(!hasBrowser)('the report with a browser', () => {
  const place = workplace({ CHROME_PATH: chrome });
  const args = ['report', '--dataset', 'sample', '--songs', '60'];

  it('makes the PDF of the deck once, and again when the deck has changed', async () => {
    const first = await place.liner(...args);
    expect(first.stdout).toContain(`reports/sample/deck.pdf was made with ${chrome}.`);
    expect(place.read('reports/sample/deck.pdf').slice(0, 5)).toBe('%PDF-');
    const second = await place.liner(...args);
    expect(second.stdout).toContain('reports/sample/deck.pdf shows the current deck.');
    const changed = await place.liner(...args, '--as-of', '2040-01-01');
    expect(changed.stdout).toContain('reports/sample/deck.pdf was made with');
  });

  it('exports the slides as pictures', async () => {
    const { code, stdout } = await place.liner('slides', '--images', '--json');
    expect(code).toBe(0);
    const { files } = JSON.parse(stdout) as { files: string[] };
    expect(files.length).toBeGreaterThan(5);
    expect(files[0]).toBe(join(place.path, 'reports/sample/deck.001.png'));
    expect(files.every((file) => existsSync(file))).toBe(true);
  });

  it('tells what was made, and then that the PDF was not', async () => {
    const broken = workplace({ CHROME_PATH: '/bin/false' });
    const { code, stdout, stderr } = await broken.liner(...args);
    expect(code).toBe(3);
    expect(stdout).toContain('No PDF of the slides: see the error below.');
    expect(stderr).toContain('cannot make pdf');
    expect(existsSync(join(broken.path, 'reports/sample/deck.html'))).toBe(true);
  });
});
