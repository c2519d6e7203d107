import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/openStore.js';
import { workplace } from './workplace.js';

const place = workplace();
const SECRET = 's3cret-word';
/** Nobody listens on port 1. */
const REFUSED = `postgres://liner:${SECRET}@127.0.0.1:1/music`;

describe('liner db', () => {
  it('info lists every table with its rows', async () => {
    place.write('songs.csv', 'name,artist\nA,B\nC,D\n');
    await place.liner('ingest', 'songs.csv');
    const { code, stdout } = await place.liner('db', 'info');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^songs +2$/m);
    expect(stdout).toMatch(/^dead_letters +0$/m);
  });

  it('migrate is safe to repeat', async () => {
    const { code, stdout } = await place.liner('db', 'migrate');
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'The store (pglite) has the current schema.\n',
    });
    const json = await place.liner('db', 'migrate', '--json');
    expect(JSON.parse(json.stdout)).toEqual({ engine: 'pglite', current: true });
  });

  it('export says that no server answers, and keeps the password to itself', async () => {
    const { code, stdout, stderr } = await place.liner('db', 'export', '--to', REFUSED);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('no PostgreSQL server answers there');
    expect(stderr).toContain('127.0.0.1:1/music');
    expect(stderr).not.toContain(SECRET);
  });
});

describe('DATABASE_URL', () => {
  it.each([
    ['mysql://root:s3cret-word@localhost/music', 'DATABASE_URL must begin with postgres://'],
    [REFUSED, 'no PostgreSQL server answers there'],
    [`postgres://liner:${SECRET}@no-such-host.invalid/music`, 'no-such-host.invalid'],
  ])('%s is refused without its password', async (address, said) => {
    const outside = { environment: { DATABASE_URL: address } };
    for (const args of [
      ['db', 'info'],
      ['report', '--dataset', 'store'],
    ]) {
      const { code, stdout, stderr } = await place.linerWith(outside, ...args);
      expect(stderr).toContain(said);
      expect(stderr).not.toContain(SECRET);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    }
  });
});

describe('the lock of the store', () => {
  const directory = join(place.path, 'store', 'main');

  it('lets one process in at a time and names who holds it', async () => {
    const holder = await openStore({ directory });
    try {
      const { code, stderr } = await place.liner('rejected');
      expect(code).toBe(3);
      expect(stderr).toContain(`process ${process.pid} holds it`);
      const status = await place.liner('status', '--dataset', 'store');
      expect(status.code).toBe(2);
      expect(status.stdout).toContain(`process ${process.pid} holds it`);
    } finally {
      await holder.close();
    }
  });

  it('is recovered where its process is gone', async () => {
    const gone = { pid: 2 ** 22 + 1, host: hostname(), processStart: 'boot:1' };
    writeFileSync(`${directory}.lock`, JSON.stringify(gone));
    expect((await place.liner('db', 'info')).code).toBe(0);
    expect(() => readFileSync(`${directory}.lock`)).toThrow('ENOENT');
  });
});
