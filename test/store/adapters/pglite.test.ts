import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appErrorOf } from '../../appErrorOf.js';
import { contentHash } from '../../../src/store/contentHash.js';
import { openStore } from '../../../src/store/openStore.js';
import { openPglite } from '../../../src/store/adapters/pglite.js';
import { rowCounts } from '../../../src/store/rowCounts.js';
import { compileSource, type CompiledSource } from '../compiledSource.js';
import { ingestRuns } from '../books.js';
import { loadAll, record, spotify, track } from '../drafts.js';

let folder: string;
let compiled: CompiledSource;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'liner-store-'));
  compiled = compileSource();
});
afterAll(() => {
  compiled.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a script until it prints a word. */
async function startChild(
  script: string,
  args: readonly string[],
  word: string,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      if (data.toString().includes(word)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`the child ended early with ${code}`)));
  });
  child.removeAllListeners('exit');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

/** The same records as {@link LOADER}. */
const records = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    record(track(`Song ${index % 700}`, { ids: [spotify(`s${index}`)] }), {
      key: String(index),
      line: index + 2,
    }),
  );

const LOADER = `
import { load } from './store/load.js';
import { openStore } from './store/openStore.js';
import { titleKeys } from './transform/titleKeys.js';
const db = await openStore({ directory: process.argv[2] });
async function* endless() {
  for (let index = 0; ; index += 1) {
    const title = 'Song ' + (index % 700);
    yield { source: 'spotify_songs', kind: 'track', key: String(index), observedAt: '2020-01-21', origin: 'songs.csv',
      line: index + 2, draft: { kind: 'track', title, ...titleKeys(title), ids: [{ scheme: 'spotify', value: 's' + index }],
        artists: [{ name: 'The Invented', matchKey: 'the invented', ids: [] }], album: null, trackNumber: null,
        released: null, durationMs: null, explicit: null, markets: null, audio: null, tags: [], playlist: null,
        video: null, observations: [] } };
    if (index % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}
await load(db, endless(), { id: 'run-killed', source: 'spotify_songs', origin: 'songs.csv', sha256: 'f', observedOn: null,
  startedAt: '2026-01-01T00:00:00.000Z' }, { batchSize: 500, onProgress: (read) => { if (read > 1000) console.log('loading'); } });
`;

// Making a store takes a second or more, so the tests hand theirs on.
describe('openPglite', () => {
  let hash = '';

  it('keeps its data, is closed twice without harm, and gives the lock back', async () => {
    const directory = join(folder, 'deep', 'kept');
    const first = await openStore({ directory });
    await loadAll(first, records(1500));
    hash = await contentHash(first);
    expect((await appErrorOf(openPglite(directory))).code).toBe('locked');
    await Promise.all([first.close(), first.close()]);
    const second = await openStore({ directory });
    expect(await contentHash(second)).toBe(hash);
    await second.close();
    expect(readdirSync(join(folder, 'deep'))).toEqual(['kept']);
  });

  it('refuses a folder with other things in it, and a path that is no folder', async () => {
    const busy = join(folder, 'busy');
    mkdirSync(busy);
    writeFileSync(join(busy, 'letter.txt'), 'dear');
    const error = await appErrorOf(openPglite(busy));
    expect(error.message).toMatch(/must be an empty folder or a store/);
    expect(existsSync(join(busy, 'letter.txt'))).toBe(true);
    expect(existsSync(`${busy}.lock`)).toBe(false);
    const inFile = await appErrorOf(openPglite(join(busy, 'letter.txt', 'store')));
    expect([inFile.code, inFile.message]).toEqual([
      'configuration',
      expect.stringMatching(/cannot be written to/),
    ]);
  });

  it('says so where the store is damaged, and starts anew where its creation was interrupted', async () => {
    const broken = join(folder, 'broken');
    mkdirSync(broken);
    writeFileSync(join(broken, 'PG_VERSION'), '9.6\n');
    const error = await appErrorOf(openPglite(broken));
    expect([error.code, error.message]).toEqual([
      'configuration',
      expect.stringMatching(/could not be opened/),
    ]);
    writeFileSync(`${broken}.creating`, '');
    const db = await openPglite(broken);
    expect(await db.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await db.close();
    expect(readdirSync(folder).filter((name) => name.startsWith('broken'))).toEqual(['broken']);
  });

  it('survives kill -9 in mid-load: refused while it runs, nothing of it left, the same store afterwards', async () => {
    const directory = join(folder, 'broken');
    const child = await startChild(
      compiled.script('loadForever.js', LOADER),
      [directory],
      'loading',
    );
    const refused = await appErrorOf(openPglite(directory));
    expect(refused.message).toContain(`process ${child.pid}`);
    await kill(child);
    const db = await openStore({ directory });
    const counts = await rowCounts(db);
    expect([...counts].filter(([, rows]) => rows > 0)).toEqual([['ingest_runs', 1]]);
    expect(await ingestRuns(db)).toMatchObject([
      { id: 'run-killed', status: 'running', finished_at: null },
    ]);
    await loadAll(db, records(1500));
    expect(await contentHash(db)).toBe(hash);
    const statuses = (await ingestRuns(db)).map(({ status }) => status);
    expect(statuses.sort()).toEqual(['done', 'failed']);
    await db.close();
  });
});
