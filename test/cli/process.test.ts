import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../src/store/contentHash.js';
import { openStore } from '../../src/store/openStore.js';
import { workplace, type Workplace } from './workplace.js';

const LAUNCHER = resolve('src/bin/liner.mjs');

/** The surroundings of a child: a store of its own, no browser. */
function childOptions(place: Workplace) {
  return {
    cwd: place.path,
    env: { LINER_STORE_DIR: join(place.path, 'store'), PATH: '/bin:/usr/bin' },
    encoding: 'utf8' as const,
  };
}

function run(place: Workplace, ...args: string[]) {
  return spawnSync(process.execPath, [LAUNCHER, ...args], childOptions(place));
}

function shell(place: Workplace, script: string) {
  const options = childOptions(place);
  const env = { ...options.env, NODE: process.execPath, LINER: LAUNCHER };
  return spawnSync('/bin/sh', ['-c', script], { ...options, env });
}

async function hashOfStore(place: Workplace): Promise<string> {
  const db = await openStore({ directory: join(place.path, 'store/main') });
  try {
    return await contentHash(db);
  } finally {
    await db.close();
  }
}

const ended = (child: ChildProcess) =>
  new Promise<NodeJS.Signals | null>((done) => {
    child.once('exit', (_, signal) => {
      done(signal);
    });
  });

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((done) => setTimeout(done, 20));
}

const ROWS = Array.from(
  { length: 8000 },
  (_, i) => `Song ${i},Artist ${i % 700},${i % 101},20${10 + (i % 10)}-01-0${1 + (i % 9)}`,
);
const BIG = `name,artist,popularity,release_date\n${ROWS.join('\n')}\n`;

describe('the built command', () => {
  const place = workplace();

  it('runs as a process, with results on stdout and exit codes as documented', () => {
    const version = run(place, '--version');
    expect([version.status, version.stderr]).toEqual([0, '']);
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const wrong = run(place, 'reprot');
    expect([wrong.status, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('(Did you mean report?)');
  });

  it('minds neither a reader that stops early nor a disk that is full', () => {
    const early = shell(place, '"$NODE" "$LINER" datasets | head -c 1');
    expect([early.stdout, early.stderr]).toEqual(['s', '']);
    if (!existsSync('/dev/full')) return;
    const full = shell(place, '"$NODE" "$LINER" datasets > /dev/full');
    expect(full.status).toBe(3);
    expect(full.stderr).toMatch(/^liner: cannot write the results: .*ENOSPC/);
  });

  it('at Ctrl+C says what became of the work, and leaves no lock', async () => {
    const stopped = workplace();
    stopped.write('big.csv', BIG);
    const args = [LAUNCHER, 'ingest', 'big.csv'];
    const child = spawn(process.execPath, args, childOptions(stopped));
    let told = '';
    child.stderr.on('data', (chunk: Buffer) => {
      told += chunk.toString();
    });
    const end = new Promise((done) => child.once('exit', done));
    await until(() => existsSync(join(stopped.path, 'store/main.lock')));
    child.kill('SIGINT');
    expect(await end).toBe(130);
    expect(told).toContain('liner: interrupted\n');
    expect(existsSync(join(stopped.path, 'store/main.lock'))).toBe(false);
  }, 60_000);

  it('ends also where a damaged store does not start', () => {
    const damaged = workplace();
    damaged.write('store/main/PG_VERSION', '18\n');
    const { status, stderr } = run(damaged, 'rejected');
    expect(status).toBe(2);
    expect(stderr).toContain('could not be opened');
  }, 60_000);

  it('says so where it is not built yet', () => {
    const launcher = join(place.path, 'package/src/bin/liner.mjs');
    cpSync(dirname(LAUNCHER), dirname(launcher), { recursive: true });
    const { status, stderr } = spawnSync(process.execPath, [launcher], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain('the package is not built yet; run `npm run build`');
  });
});

describe('two processes on one store', () => {
  it('the second is refused with the first’s pid; after kill -9 all is as if it had never been', async () => {
    const [killed, whole] = [workplace(), workplace()];
    for (const place of [killed, whole]) place.write('big.csv', BIG);
    const args = ['ingest', 'big.csv', '--as-of', '2020-01-01'];
    const child = spawn(process.execPath, [LAUNCHER, ...args], {
      ...childOptions(killed),
      stdio: 'ignore',
    });
    const end = ended(child);
    const lock = join(killed.path, 'store/main.lock');
    await until(() => existsSync(lock));
    const second = await killed.liner('rejected');
    expect(second.code).toBe(3);
    expect(second.stderr).toContain(`process ${child.pid ?? 0} holds it`);
    await until(() => existsSync(join(killed.path, 'store/main/PG_VERSION')));
    child.kill('SIGKILL');
    expect(await end).toBe('SIGKILL');
    expect(existsSync(lock)).toBe(true);

    for (const place of [killed, whole]) expect((await place.liner(...args)).code).toBe(0);
    expect(existsSync(lock)).toBe(false);
    expect(await hashOfStore(killed)).toBe(await hashOfStore(whole));
  }, 60_000);
});
