import { describe, expect, it } from 'vitest';
import { cliffsDelta } from '../../src/stats/cliffsDelta.js';
import { equivalence } from '../../src/stats/equivalence.js';
import { hedgesG } from '../../src/stats/hedgesG.js';
import { kolmogorovSmirnov } from '../../src/stats/kolmogorovSmirnov.js';
import { mannWhitney } from '../../src/stats/mannWhitney.js';
import { meanInterval } from '../../src/stats/meanInterval.js';
import { permutationTest } from '../../src/stats/permutationTest.js';
import { createRandom } from '../../src/stats/random.js';
import { tost } from '../../src/stats/tost.js';
import { welchT } from '../../src/stats/welchT.js';
import { casesOf, expectClose } from './reference.js';

interface Samples {
  readonly a: number[];
  readonly b: number[];
}
type Numbers = Readonly<Record<string, number>>;

describe('welchT', () => {
  it.each(casesOf<Samples, Numbers>('twoSamples', 'welchT'))(
    '$name as $call',
    ({ input, expected }) => {
      const found = welchT(input.a, input.b);
      expectClose(found.estimate, expected.estimate);
      expectClose(found.statistic.value, expected.statistic);
      expectClose(found.df as number, expected.df);
      expectClose(found.p, expected.p);
      expectClose(found.ci?.low, expected.low);
      expectClose(found.ci?.high, expected.high);
    },
  );

  it("agrees with Student's (1908) sleep data as R prints them: t = -1.8608, df = 17.776, p = 0.07939", () => {
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const found = welchT(first, second);
    expect(found.statistic.value).toBeCloseTo(-1.8608, 4);
    expect(found.df).toBeCloseTo(17.776, 3);
    expect(found.p).toBeCloseTo(0.07939, 5);
    expect(found.ci?.low).toBeCloseTo(-3.3654832, 7);
    expect(found.ci?.high).toBeCloseTo(0.2054832, 7);
  });

  it('is untestable without variation but keeps the difference', () => {
    expect(welchT([2, 2, 2], [1, 1])).toMatchObject({
      estimate: 1,
      p: NaN,
      ci: null,
      effect: null,
    });
    expect(welchT([2], [1, 3])).toMatchObject({ estimate: 0, p: NaN, ci: null });
    expect(welchT([], [1, 3])).toMatchObject({ estimate: null, p: NaN, n: 2 });
  });
});

describe('hedgesG', () => {
  it.each(casesOf<Samples, Numbers>('twoSamples', 'hedgesG'))(
    '$name as $call',
    ({ input, expected }) => {
      const found = hedgesG(input.a, input.b);
      expectClose(found?.value, expected.value);
      expectClose(found?.ci?.low, expected.low);
      expectClose(found?.ci?.high, expected.high);
    },
  );

  it('labels by the rule it names', () => {
    expect(hedgesG([1, 2, 3], [1, 2, 3])).toMatchObject({
      label: 'negligible',
      rule: 'Cohen (1988): 0.2, 0.5, 0.8',
    });
    expect(hedgesG([1, 1], [2, 2])).toBeNull();
  });
});

describe('mannWhitney', () => {
  it.each(casesOf<Samples, Numbers>('twoSamples', 'mannWhitney'))(
    '$name as $call',
    ({ input, expected }) => {
      const found = mannWhitney(input.a, input.b);
      expectClose(found.statistic.value, expected.statistic);
      expectClose(found.p, expected.p);
      expectClose(found.estimate, expected.estimate);
    },
  );

  it('is untestable where all values are equal or a sample is empty', () => {
    expect(mannWhitney([1, 1], [1, 1, 1])).toMatchObject({ p: NaN, estimate: 0.5 });
    expect(mannWhitney([NaN], [1, 1, 1])).toMatchObject({ p: NaN, estimate: null });
  });
});

describe('cliffsDelta', () => {
  it.each(casesOf<Samples, Numbers>('twoSamples', 'cliffsDelta'))(
    '$name as $call',
    ({ input, expected }) => {
      const found = cliffsDelta(input.a, input.b);
      expectClose(found?.value, expected.value);
      expectClose(found?.ci?.low, expected.low);
      expectClose(found?.ci?.high, expected.high);
    },
  );

  it('has no interval where the samples do not overlap', () => {
    expect(cliffsDelta([1, 2], [3, 4])).toMatchObject({ value: -1, ci: null, label: 'large' });
    expect(cliffsDelta([1], [0, 3])?.ci).toBeNull();
  });
});

describe('kolmogorovSmirnov', () => {
  it.each(casesOf<Samples, Numbers>('twoSamples', 'kolmogorovSmirnov'))(
    '$name as $call',
    ({ input, expected }) => {
      const found = kolmogorovSmirnov(input.a, input.b);
      expectClose(found.statistic.value, expected.statistic);
      expectClose(found.p, expected.p);
    },
  );

  it('finds nothing between equal samples, small or large', () => {
    const large = Float64Array.from({ length: 200 }, (_, i) => i);
    expect(kolmogorovSmirnov([1, 2], [1, 2])).toMatchObject({ p: 1, estimate: 0 });
    expect(kolmogorovSmirnov(large, large).p).toBe(1);
    const shifted = large.map((value) => value + 15);
    expectClose(kolmogorovSmirnov(large, shifted).p, 0.6271670417, 1e-9); // scipy kstwobign.sf(0.75)
    expect(kolmogorovSmirnov([], [1]).p).toBeNaN();
  });
});

describe('permutationTest', () => {
  it.each(casesOf<Samples, Numbers>('twoSamples', 'permutationTest'))(
    '$call',
    ({ input, expected }) => {
      const found = permutationTest({ ...input, random: createRandom(1) });
      expect(found.method).toContain('exact');
      expectClose(found.estimate, expected.estimate);
      expectClose(found.p, expected.p);
    },
  );

  it('draws where there are too many divisions, near the exact p', () => {
    const { input, expected } = casesOf<Samples, Numbers>('twoSamples', 'permutationTest')[0];
    const found = permutationTest({ ...input, random: createRandom(1), permutations: 400 });
    expect(found.method).toContain('drawn');
    expect(Math.abs(found.p - expected.p)).toBeLessThan(0.08); // 3 SD of a share of 400
  });

  it('is untestable on empty or equal samples', () => {
    expect(permutationTest({ a: [], b: [1], random: createRandom(1) }).p).toBeNaN();
    expect(permutationTest({ a: [1, 1], b: [1], random: createRandom(1) })).toMatchObject({
      p: NaN,
      estimate: 0,
    });
  });
});

describe('tost and equivalence', () => {
  it.each(casesOf<Samples & { bound: number }, Numbers>('twoSamples', 'tost'))(
    '$name as $call',
    ({ input, expected }) => expectClose(tost(input.a, input.b, input.bound).p, expected.p),
  );

  it('says equivalent exactly where the 90 % interval lies inside the bounds', () => {
    for (const estimate of [0, 0.4, 0.65, 0.68, 1, 3]) {
      const found = equivalence(estimate, 0.2, 30, 1);
      const inside = found.ci!.low > -1 && found.ci!.high < 1;
      expect(found.p < 0.05).toBe(inside);
    }
  });

  it('is untestable without a standard error or a bound', () => {
    expect(equivalence(1, 0, 10, 1)).toMatchObject({ p: NaN, estimate: 1 });
    expect(equivalence(1, 1, 10, 0).p).toBeNaN();
    expect(tost([1], [2], 1).p).toBeNaN();
  });
});

describe('meanInterval', () => {
  it.each(casesOf<{ values: number[] }, Numbers>('twoSamples', 'meanInterval'))(
    '$call',
    ({ input, expected }) => {
      const found = meanInterval(input.values);
      expectClose(found.estimate, expected.estimate);
      expectClose(found.ci?.low, expected.low);
      expectClose(found.ci?.high, expected.high);
      expect(found.n).toBe(expected.n);
    },
  );

  it('has no interval from one value or equal ones', () => {
    expect(meanInterval([3])).toMatchObject({ estimate: 3, ci: null });
    expect(meanInterval([3, 3])).toMatchObject({ estimate: 3, ci: null });
  });
});
