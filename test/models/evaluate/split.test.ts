import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupFolds, joinedGroups, timeFold } from '../../../src/models/evaluate/split.js';

describe('groups that are joined', () => {
  it('follow what is shared in any coding, however far', () => {
    const songs = Int32Array.of(0, 1, 1, 2, 3);
    const albums = Int32Array.of(5, 5, 6, 6, 7);
    expect([...joinedGroups([songs, albums])]).toEqual([0, 0, 0, 0, 1]);
  });

  it('take a missing code for a row of its own', () => {
    expect([...joinedGroups([Int32Array.of(-1, -1, 4, 4)])]).toEqual([0, 1, 2, 2]);
    expect([...joinedGroups([])]).toEqual([]);
  });
});

describe('folds of groups', () => {
  const codes = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 40, maxLength: 200 });

  it('keep groups together, and judge each row once on what does not hold it', () => {
    fc.assert(
      fc.property(codes, fc.integer(), (list, seed) => {
        const groups = Int32Array.from(list);
        fc.pre(new Set(list).size >= 5);
        const folds = groupFolds(groups, 5, seed);
        const judged = folds.flatMap(({ test }) => [...test]).sort((a, b) => a - b);
        expect(judged).toEqual([...groups.keys()]);
        for (const { train, test } of folds) {
          expect(train.length + test.length).toBe(groups.length);
          const learned = new Set(Array.from(train, (row) => groups[row]));
          expect(Array.from(test).some((row) => learned.has(groups[row]))).toBe(false);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('are of about one size, and drawn by the seed', () => {
    const groups = Int32Array.from({ length: 1000 }, (_, row) => Math.floor(row / 4));
    const folds = groupFolds(groups, 5, 1);
    expect(folds.map(({ test }) => test.length)).toEqual([200, 200, 200, 200, 200]);
    expect(groupFolds(groups, 5, 1)).toEqual(folds);
    expect(groupFolds(groups, 5, 2)).not.toEqual(folds);
  });

  it('need as many groups', () => {
    expect(() => groupFolds(Int32Array.of(0, 0, 1), 3, 1)).toThrow('3 folds need as many groups');
  });
});

describe('a fold over time', () => {
  it('learns from what came before and leaves out what has no date', () => {
    const { train, test } = timeFold(Float64Array.of(2017, 2019, NaN, 2018, 2020), 2019);
    expect([...train]).toEqual([0, 3]);
    expect([...test]).toEqual([1, 4]);
  });
});
