import { describe, expect, it } from 'vitest';
import { groupFolds, joinedGroups, timeFold } from '../../../src/models/evaluate/split.js';

describe('joinedGroups', () => {
  it('joins across codings, through chains, and leaves missing codes alone', () => {
    const songs = Int32Array.of(0, 0, 1, 2, -1, -1);
    const albums = Int32Array.of(5, 6, 6, -1, 7, 8);
    expect(Array.from(joinedGroups([songs, albums]))).toEqual([0, 0, 0, 1, 2, 3]);
    expect(joinedGroups([])).toHaveLength(0);
  });
});

describe('groupFolds', () => {
  const groups = Int32Array.from({ length: 60 }, (_, row) => Math.floor(Math.sqrt(row)));

  it('judges each row once, with its whole group outside of training', () => {
    const folds = groupFolds(groups, 3, 1);
    expect(folds.flatMap(({ test }) => [...test]).sort((a, b) => a - b)).toEqual([
      ...groups.keys(),
    ]);
    for (const { train, test } of folds) {
      expect(train.length + test.length).toBe(60);
      const learned = new Set(Array.from(train, (row) => groups[row]));
      for (const row of test) expect(learned.has(groups[row])).toBe(false);
      expect(test.length).toBeGreaterThanOrEqual(18);
      expect(test.length).toBeLessThanOrEqual(22);
    }
  });

  it('depends on the seed and on nothing else', () => {
    expect(groupFolds(groups, 3, 1)).toEqual(groupFolds(groups, 3, 1));
    expect(groupFolds(groups, 3, 2)).not.toEqual(groupFolds(groups, 3, 1));
  });

  it('refuses more folds than groups', () => {
    expect(() => groupFolds(Int32Array.of(0, 0, 1), 3, 1)).toThrow('got 2');
  });
});

it('a time fold learns from before and leaves undated rows out', () => {
  const { train, test } = timeFold(Float64Array.of(2001, 1999, NaN, 2000), 2000);
  expect([Array.from(train), Array.from(test)]).toEqual([[1], [0, 3]]);
});
