import { describe, expect, it } from 'vitest';
import type { TestResult } from '../../src/domain/testResult.js';
import { kendall } from '../../src/stats/kendall.js';
import { pearson } from '../../src/stats/pearson.js';
import { spearman } from '../../src/stats/spearman.js';
import { casesOf, expectClose } from './reference.js';

interface Pairs {
  readonly x: number[];
  readonly y: number[];
}
interface Expected {
  readonly estimate: number;
  readonly p: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

const tests = { pearson, spearman, kendall } as const;

describe.each(Object.entries(tests))('%s', (word, test) => {
  it.each(casesOf<Pairs, Expected>('correlations', word))(
    '$name as $call',
    ({ input, expected }) => {
      const found = test(input.x, input.y);
      expect(found.n).toBe(expected.n);
      expectClose(found.estimate, expected.estimate);
      expectClose(found.p, expected.p);
      if (Number.isNaN(expected.low)) expect(found.ci).toBeNull();
      else {
        expectClose(found.ci?.low, expected.low);
        expectClose(found.ci?.high, expected.high);
      }
    },
  );

  it('is untestable on constant or too few pairs', () => {
    for (const found of [test([1, 1, 1, 1], [1, 2, 3, 4]), test([1, NaN], [1, 2]), test([], [])]) {
      expectUntestable(found);
    }
  });

  it('is 1 for equal and −1 for opposite order', () => {
    expectClose(test([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]).estimate, 1);
    expectClose(test([1, 2, 3, 4, 5], [5, 4, 3, 2, 1]).estimate, -1);
    expect(test([1, 2, 3, 4, 5], [5, 4, 3, 2, 1]).ci).toBeNull();
  });

  it('refuses columns of different length', () => {
    expect(() => test([1, 2], [1])).toThrow('equal lengths, got 2 and 1');
  });
});

function expectUntestable(found: TestResult): void {
  expect(found.p).toBeNaN();
  expect(found.statistic.value).toBeNaN();
  expect(found.ci).toBeNull();
}
