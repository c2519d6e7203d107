import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as source from '../src/index.js';
import { hypotheses, openSample, prose, welchT, type TestResult } from 'liner-notes';

const require = createRequire(import.meta.url);

describe('the package by its name', () => {
  it('is what src/index.ts exports, once built', async () => {
    const built = (await import('liner-notes')) as object;
    expect(Object.keys(built).sort()).toEqual(Object.keys(source).sort());
  });

  it('can be required, for nothing in it awaits at the top level', () => {
    const required = require('liner-notes') as typeof source;
    expect(required.welchT([1, 2, 3], [2, 3, 4]).method).toContain('Welch');
  });

  it('is typed', () => {
    const result: TestResult = welchT([1, 2, 3, 4], [2, 3, 4, 6]);
    expect(result.p).toBeGreaterThan(0);
    expect(hypotheses.length).toBeGreaterThan(10);
    expect(openSample({ songs: 3, seed: 1 }).origin).toBe('sample of 3 songs, seed 1');
    expect(prose`Nothing.`).toEqual(['Nothing.']);
  });

  it('runs as the README shows it', () => {
    const code = /```js\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
    const folder = mkdtempSync(join(tmpdir(), 'liner-readme-'));
    try {
      const table = join(folder, 'my-tracks.csv');
      writeFileSync(table, 'title,artist,release_date\nBlue Lantern,Nora Quill,2019-05-03\n');
      const own = code.replace("'my-tracks.csv'", JSON.stringify(table));
      const shown = execFileSync(process.execPath, ['--input-type=module', '--eval', own], {
        encoding: 'utf8',
      });
      expect(shown).toContain('Blue Lantern');
      expect(shown).toMatch(/'artists' +│ 1/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);

  it('gives a notebook the way from a file to a figure', async () => {
    const { ask, buildFeatureTable, entityCounts, ingestInputs, openStore, readerOf } = source;
    const db = await openStore({ directory: null });
    try {
      await ingestInputs(db, [openSample({ songs: 20, seed: 1 })], { now: () => new Date(0) });
      expect((await ask(db, entityCounts)).length).toBeGreaterThan(0);
      const table = await buildFeatureTable(readerOf(db), { asOf: () => '2024-12-31' });
      expect(table.size).toBeGreaterThan(15);
    } finally {
      await db.close();
    }
  });
});
