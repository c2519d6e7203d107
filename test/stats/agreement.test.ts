import { describe, expect, it } from 'vitest';
import { adjustedRandIndex } from '../../src/stats/adjustedRandIndex.js';
import { rankBiasedOverlap } from '../../src/stats/rankBiasedOverlap.js';
import { topOverlap } from '../../src/stats/topOverlap.js';
import { expectClose, references } from './reference.js';

describe('adjustedRandIndex', () => {
  it.each(references<{ a: number[]; b: number[] }, number>('partitions'))(
    '$call',
    ({ input, expected }) => expectClose(adjustedRandIndex(input.a, input.b), expected),
  );

  it('does not care for names and leaves out what has none', () => {
    expect(adjustedRandIndex([0, 0, 1, 1, -1], [5, 5, 2, 2, 2])).toBe(1);
    expect(adjustedRandIndex([0, 0, 0], [0, 0, 0])).toBe(1);
    expect(adjustedRandIndex([0], [0])).toBeNaN();
    expect(() => adjustedRandIndex([0], [0, 1])).toThrow('equal lengths');
  });
});

describe('rankBiasedOverlap', () => {
  it('is 1 for equal, 0 for disjoint lists, and undefined for none', () => {
    expectClose(rankBiasedOverlap([1, 2, 3, 4], [1, 2, 3, 4]), 1);
    expect(rankBiasedOverlap([1, 2], [3, 4])).toBe(0);
    expect(rankBiasedOverlap([], [3, 4])).toBeNaN();
  });

  it('extrapolates two lists of one length by hand: 1·(1 − p)/p·(p·0 + p²·1) + p²', () => {
    expectClose(rankBiasedOverlap(['a', 'b'], ['b', 'a'], 0.8), (0.2 / 0.8) * 0.64 + 0.64);
  });

  it('takes lists of different length in either order, and weighs the top', () => {
    const long = ['a', 'b', 'c', 'd', 'e', 'f'];
    expectClose(rankBiasedOverlap(['a', 'b', 'c'], long), 1);
    expect(rankBiasedOverlap(['b', 'a'], long)).toBe(rankBiasedOverlap(long, ['b', 'a']));
    const top = rankBiasedOverlap(long, ['b', 'a', 'c', 'd', 'e', 'f']);
    const bottom = rankBiasedOverlap(long, ['a', 'b', 'c', 'd', 'f', 'e']);
    expect(top).toBeLessThan(bottom);
  });
});

describe('topOverlap', () => {
  it('counts what both put on top', () => {
    expect(topOverlap(['a', 'b', 'c'], ['c', 'a', 'x'], 2)).toBe(0.5);
    expect(topOverlap(['a'], ['a', 'b'], 5)).toBe(1);
    expect(topOverlap([], ['a'], 3)).toBeNaN();
  });
});
