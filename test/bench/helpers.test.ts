import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

interface Agreement {
  readonly compared: number;
  readonly equal: number;
  readonly sums: readonly { readonly name: string }[];
  readonly different: readonly { readonly name: string }[];
  readonly onlyOurs: readonly string[];
  readonly onlyPeers: readonly string[];
}

type Answers = Readonly<Record<string, number | null>>;

/** The helpers are plain modules without declarations: this is what the tests take them for. */
interface Helpers {
  readonly compareAnswers: (ours: Answers, peers: Answers) => Agreement;
  readonly relativeDifference: (a: number | null, b: number | null) => number;
  readonly median: (values: readonly number[]) => number;
  readonly whole: (value: number) => string;
  readonly renderTable: (table: {
    headers: readonly string[];
    rows: readonly (readonly string[])[];
  }) => string;
  readonly worstGrowth: (perSong: readonly number[]) => number;
  readonly readResult: (output: string) => unknown;
}

const bench = new URL('../../bench/', import.meta.url);

async function load(path: string): Promise<Helpers> {
  return (await import(/* @vite-ignore */ new URL(path, bench).href)) as Helpers;
}

const { compareAnswers, relativeDifference } = await load('statistics/compareAnswers.mjs');
const { median, whole } = await load('tools/numbers.mjs');
const { renderTable } = await load('tools/renderOutcome.mjs');
const { worstGrowth } = await load('benchmarks/growth.mjs');
const { readResult } = await load('tools/taskResult.mjs');

function run(...args: string[]) {
  return spawnSync(process.execPath, [fileURLToPath(new URL('run.mjs', bench)), ...args], {
    encoding: 'utf8',
  });
}

describe('the comparison with the peer', () => {
  it('takes counts and order statistics to 1e-9 and sums to 1e-6', () => {
    const ours = { 'a mean': 1, 'a sd': 1, 'a median': 1, 'a p': null };
    const peers = { 'a mean': 1 + 1e-10, 'a sd': 1 + 1e-7, 'a median': 1 + 1e-7, 'a p': null };
    const agreement = compareAnswers(ours, peers);
    expect(agreement).toMatchObject({ compared: 4, equal: 2 });
    expect(agreement.sums.map(({ name }) => name)).toEqual(['a sd']);
    expect(agreement.different.map(({ name }) => name)).toEqual(['a median']);
  });

  it('names what only one of the two gives', () => {
    const agreement = compareAnswers({ 'a n': 1, 'b n': 2 }, { 'b n': 2, 'c n': 3 });
    expect(agreement).toMatchObject({ compared: 1, onlyOurs: ['a n'], onlyPeers: ['c n'] });
  });

  it('never takes a number for none, nor a zero for a small number', () => {
    expect(relativeDifference(1, null)).toBe(Infinity);
    expect(relativeDifference(0, 1e-12)).toBe(1);
    expect(relativeDifference(0, 5e-324)).toBe(0);
  });
});

describe('the numbers of the benchmarks', () => {
  it('gives the middle of odd and even lists', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  it('groups thousands', () => {
    expect([999, 1000, 1234567].map(whole)).toEqual(['999', '1,000', '1,234,567']);
  });

  it('finds the worst growth anywhere, not only at the ends', () => {
    expect(worstGrowth([4, 2, 3, 1])).toBe(1.5);
    expect(worstGrowth([3, 2, 1])).toBeCloseTo(2 / 3);
  });

  it('reads the last result that a task printed', () => {
    expect(readResult('noise\nresult: {"a":1}\nresult: {"a":2}\n')).toEqual({ a: 2 });
    expect(readResult('noise')).toBeNull();
  });

  it('puts numbers on the right', () => {
    const table = renderTable({ headers: ['what', 'value'], rows: [['a', '1.5 s']] });
    expect(table).toBe('| what | value |\n| ---- | ----: |\n| a    | 1.5 s |');
  });
});

describe('the command', () => {
  it('lists its benchmarks', () => {
    const { status, stdout } = run('--help');
    expect(status).toBe(0);
    expect(stdout).toContain('end-to-end, ingest, charts, growth, peer');
  });

  it('refuses an unknown benchmark and a partial result', () => {
    expect(run('--only', 'speed')).toMatchObject({ status: 2 });
    const partial = run('--write', '--quick');
    expect(partial.status).toBe(2);
    expect(partial.stderr).toContain('--write needs a whole run');
  });
});
