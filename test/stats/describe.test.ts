import { describe, expect, it } from 'vitest';
import { describe as describeValues, type Description } from '../../src/stats/describe.js';
import { outliersIqr } from '../../src/stats/outliersIqr.js';
import { outliersMad } from '../../src/stats/outliersMad.js';
import { quantile } from '../../src/stats/quantile.js';
import { rank } from '../../src/stats/rank.js';
import { expectAllClose, expectClose, references } from './reference.js';

describe('describe', () => {
  it.each(references<number[], Description>('describe'))(
    '$name as $call',
    ({ name, input, expected }) => {
      const found = describeValues(input);
      for (const key of Object.keys(expected) as (keyof Description)[]) {
        // Far from zero the reference itself has lost digits in its moments.
        expectClose(found[key], expected[key], name === 'far from zero' ? 1e-7 : 1e-9);
      }
    },
  );

  it('says nothing it cannot know from too few values', () => {
    expect(describeValues([])).toMatchObject({ n: 0, missing: 0, mean: NaN, sd: NaN, median: NaN });
    expect(describeValues([4])).toMatchObject({ n: 1, mean: 4, sd: NaN, median: 4, skewness: NaN });
    expect(describeValues([1, 2, 4]).kurtosis).toBeNaN();
    expect(describeValues([NaN, NaN])).toMatchObject({ n: 0, missing: 2 });
  });

  it('gives exactly zero spread for equal values, and no shape', () => {
    expect(describeValues(new Float64Array(7).fill(0.1))).toMatchObject({
      sd: 0,
      iqr: 0,
      mad: 0,
      skewness: NaN,
      kurtosis: NaN,
    });
  });
});

describe('quantile', () => {
  it.each(references<{ values: number[]; p: number }, number>('quantile'))(
    '$name: $call',
    ({ input, expected }) => expectClose(quantile(input.values, input.p), expected),
  );

  it('is NaN of no values and outside 0 to 1', () => {
    expect(quantile([NaN], 0.5)).toBeNaN();
    expect(quantile([1, 2], 1.5)).toBeNaN();
  });
});

describe('rank', () => {
  it.each(references<number[], number[]>('rank'))('$name as $call', ({ input, expected }) =>
    expectAllClose(rank(input), expected),
  );
});

describe('outliers', () => {
  it("finds what lies outside Tukey's fences", () => {
    const found = outliersIqr([NaN, 1, 2, 3, 4, 100, -90]);
    expect([...found.rows]).toEqual([5, 6]);
    expect(found).toMatchObject({ n: 6, low: -2.5, high: 7.5 });
  });

  it('finds what lies many median deviations out', () => {
    const found = outliersMad([1, 2, 3, 4, 100]);
    expect([...found.rows]).toEqual([4]);
    expectClose(found.high, 3 + 3.5 * 1.482602218505602);
  });

  it('has no limits where most values are equal or there are none', () => {
    expect(outliersMad([1, 1, 1, 1, 9])).toMatchObject({ low: NaN, rows: new Int32Array(0) });
    expect(outliersIqr([])).toMatchObject({ low: NaN, high: NaN, n: 0 });
  });
});
