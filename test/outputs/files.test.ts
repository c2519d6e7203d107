import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src/errors.js';
import { compareOutputs, describeDifference } from '../../src/outputs/compareOutputs.js';
import { layoutFor } from '../../src/outputs/layout.js';
import type { OutputSet } from '../../src/outputs/outputSet.js';
import { renderOutputs } from '../../src/outputs/renderOutputs.js';
import { readIfPresent, writeOutputs } from '../../src/outputs/writeOutputs.js';
import { DRAWINGS, fixtureReport, PICTURES } from './fixtureReport.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liner-outputs-'));
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

const SET: OutputSet = new Map<string, string | Uint8Array>([
  ['b/two.md', 'two\nlines\n'],
  ['one.md', 'one é\n'],
  ['deck.pdf', new Uint8Array([0, 1, 2])],
]);

describe('writeOutputs', () => {
  it('writes what differs and leaves no temporary files', () => {
    expect(writeOutputs(SET, folder)).toEqual({
      written: ['b/two.md', 'deck.pdf', 'one.md'],
      unchanged: [],
    });
    writeFileSync(join(folder, 'one.md'), 'changed');
    expect(writeOutputs(SET, folder)).toEqual({
      written: ['one.md'],
      unchanged: ['b/two.md', 'deck.pdf'],
    });
    expect(readFileSync(join(folder, 'one.md'), 'utf8')).toBe('one é\n');
    expect(readdirSync(folder).sort()).toEqual(['b', 'deck.pdf', 'one.md']);
  });

  it('says what cannot be written, and leaves the old file', () => {
    writeFileSync(join(folder, 'b'), 'a file where a folder should be');
    let caught: unknown;
    try {
      writeOutputs(SET, folder);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(AppError);
    expect((caught as AppError).message).toContain(join('b', 'two.md'));
    expect((caught as AppError).exitCode).toBe(3);
    expect(readFileSync(join(folder, 'b'), 'utf8')).toBe('a file where a folder should be');
  });

  it('hints at another folder where the place cannot be written', () => {
    mkdirSync(join(folder, 'one.md'));
    const inTheWay: OutputSet = new Map([['one.md/x/../..', 'x']]);
    expect(() => writeOutputs(inTheWay, folder)).toThrow(AppError);
  });

  it.skipIf(!existsSync('/dev/full'))('says that the disk is full', () => {
    expect(() => writeOutputs(new Map([['full/x', 'x']]), '/dev')).toThrow(
      /cannot write \/dev\/full/,
    );
  });

  it('reads nothing where nothing is', () => {
    expect(readIfPresent(join(folder, 'absent'))).toBeNull();
    expect(() => readIfPresent(folder)).toThrow('cannot read');
  });
});

describe('compareOutputs', () => {
  it('lists what is missing, differs or is left over', () => {
    writeOutputs(SET, folder);
    expect(compareOutputs(SET, folder, { b: '.md', absent: '.svg' })).toEqual([]);
    writeFileSync(join(folder, 'b', 'two.md'), 'two\nline\n');
    writeFileSync(join(folder, 'b', 'old.md'), 'x');
    writeFileSync(join(folder, 'deck.pdf'), 'x');
    rmSync(join(folder, 'one.md'));
    const differences = compareOutputs(SET, folder, { b: '.md' });
    expect(differences.map(describeDifference)).toEqual([
      'b/two.md: differs from line 2 on',
      'deck.pdf: differs',
      'one.md: is not there',
      'b/old.md: nothing writes it any more',
    ]);
  });

  it('finds a file that is only shorter or longer', () => {
    writeOutputs(new Map([['a', 'x\n']]), folder);
    expect(compareOutputs(new Map([['a', 'x\ny']]), folder)[0]?.line).toBe(2);
  });
});

describe('renderOutputs', () => {
  it('gives every file of the public report its place', () => {
    const set = renderOutputs(fixtureReport(), DRAWINGS, PICTURES);
    expect([...set.keys()].sort()).toEqual([
      'INSIGHTS.md',
      'reports/MODEL_CARD.md',
      'reports/figures/architecture.svg',
      'reports/figures/genre-popularity.svg',
      'reports/findings.json',
      'slides/deck.md',
    ]);
    expect(set.get('slides/deck.md')).toContain('(../reports/figures/genre-popularity.svg)');
  });

  it('keeps the sample together and away from INSIGHTS.md', () => {
    const report = fixtureReport();
    const sample = { ...report, provenance: { ...report.provenance, dataset: 'sample' as const } };
    const set = renderOutputs(sample, DRAWINGS, PICTURES);
    expect([...set.keys()].every((path) => path.startsWith('reports/sample/'))).toBe(true);
    expect(set.get(layoutFor('sample').deck)).toContain('(figures/genre-popularity.svg)');
    expect(set.get(layoutFor('sample').insights)).toContain('(figures/genre-popularity.svg)');
  });
});
