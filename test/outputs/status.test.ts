import { describe, expect, it } from 'vitest';
import { hashOf, makeStamp, readStamp, stampText, type StampKey } from '../../src/outputs/stamp.js';
import { freshness, STATUS_EXIT_CODES } from '../../src/outputs/status.js';

const KEY: StampKey = {
  dataset: 'public',
  contentHash: 'aa',
  codeHash: 'bb',
  parameters: { seed: 7, asOf: null },
};
const STAMP = makeStamp(
  KEY,
  new Map([
    ['b.md', 'b'],
    ['a.md', 'a'],
  ]),
);
const OUTPUTS = { 'a.md': hashOf('a'), 'b.md': hashOf('b') };

describe('stamp', () => {
  it('lists outputs in order, with their hashes, and is read back', () => {
    expect(Object.keys(STAMP.outputs)).toEqual(['a.md', 'b.md']);
    expect(STAMP.outputs['a.md']).toBe(
      'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb', // sha256sum of "a"
    );
    expect(readStamp(stampText(STAMP))).toEqual(STAMP);
  });

  it('is nothing where it was cut short or is something else', () => {
    expect(readStamp('{"schema": 1, "data')).toBeNull();
    expect(readStamp('{"schema": 2}')).toBeNull();
  });
});

describe('freshness', () => {
  it('is fresh where nothing changed', () => {
    expect(freshness(STAMP, { key: KEY, outputs: OUTPUTS })).toEqual({
      state: 'fresh',
      reasons: [],
    });
  });

  it('cannot tell without a stamp or without data', () => {
    expect(freshness(null, { key: KEY, outputs: {} }).state).toBe('unknown');
    expect(freshness(STAMP, null).state).toBe('unknown');
  });

  it.each([
    [{ dataset: 'store' as const }, 'the dataset is "store", the report was made from "public"'],
    [{ contentHash: 'x' }, 'the data in the store have changed'],
    [{ codeHash: 'x' }, 'the code has changed'],
    [{ parameters: { seed: 8, asOf: null } }, 'seed is 8, was 7'],
    [{ parameters: { seed: 7, asOf: '2020-01-01' } }, 'asOf is 2020-01-01, was not set'],
  ])('is stale for a reason that it names: %j', (change, reason) => {
    const present = { key: { ...KEY, ...change }, outputs: OUTPUTS };
    expect(freshness(STAMP, present)).toEqual({ state: 'stale', reasons: [reason] });
  });

  it('sees files that were changed or are gone', () => {
    const present = { key: KEY, outputs: { 'a.md': 'other', 'b.md': null } };
    expect(freshness(STAMP, present).reasons).toEqual([
      'a.md was changed by hand',
      'b.md is not there',
    ]);
  });

  it('has an exit code for each state', () => {
    expect(STATUS_EXIT_CODES).toEqual({ fresh: 0, stale: 1, unknown: 2 });
  });
});
