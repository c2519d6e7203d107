import { describe, expect, it } from 'vitest';
import { kernelDensity } from '../../src/stats/kernelDensity.js';
import { linearTrend } from '../../src/stats/linearTrend.js';
import { loess } from '../../src/stats/loess.js';
import { createRandom, randomNormal } from '../../src/stats/random.js';
import { sheatherJonesBandwidth } from '../../src/stats/sheatherJonesBandwidth.js';
import { theilSen } from '../../src/stats/theilSen.js';
import { casesOf, expectAllClose, expectClose } from './reference.js';

interface Pairs {
  readonly x: number[];
  readonly y: number[];
}
type Numbers = Readonly<Record<string, number>>;

describe('kernelDensity', () => {
  interface Given {
    readonly values: number[];
    readonly from: number;
    readonly to: number;
    readonly points: number;
  }
  interface Expected {
    readonly silverman: number;
    readonly sheatherJones: number;
    readonly density: number[];
  }
  it.each(casesOf<Given, Expected>('curves', 'kernelDensity'))(
    '$name as $call',
    ({ input, expected }) => {
      const found = kernelDensity(input.values, input);
      expectClose(found.bandwidth, expected.silverman);
      expectAllClose(found.density, expected.density);
      const refined = kernelDensity(input.values, { bandwidth: 'sheather-jones' });
      expectClose(refined.bandwidth, expected.sheatherJones, 1e-8); // R's root has a tolerance of 1e-12
    },
  );

  it('has area 1, and binning changes it by less than 1e-4 of the peak', () => {
    const random = createRandom(3);
    const values = Float64Array.from({ length: 2500 }, () => randomNormal(random));
    const found = kernelDensity(values);
    const step = found.x[1] - found.x[0];
    expect(found.density.reduce((sum, height) => sum + height * step, 0)).toBeCloseTo(1, 3);
    const h = found.bandwidth;
    const peak = Math.max(...found.density);
    for (const i of [0, 100, 256, 400]) {
      const exact =
        values.reduce((sum, value) => sum + Math.exp(-(((value - found.x[i]) / h) ** 2) / 2), 0) /
        (values.length * h * Math.sqrt(2 * Math.PI));
      expect(Math.abs(found.density[i] - exact)).toBeLessThan(1e-4 * peak);
    }
  });

  it('is empty where nothing varies, unless a bandwidth is given', () => {
    expect(kernelDensity([2, 2, 2])).toMatchObject({ bandwidth: NaN, n: 3 });
    expect(kernelDensity([]).x).toHaveLength(0);
    expect(
      kernelDensity([2, 2], { bandwidth: 1, from: 2, to: 3, points: 2 }).density[0],
    ).toBeCloseTo(0.39894, 5);
    const many = new Float64Array(3000).fill(5);
    expect(kernelDensity(many, { bandwidth: 1, from: 5, to: 6, points: 2 }).density[0]).toBeCloseTo(
      0.39894,
      5,
    );
    expect(
      kernelDensity([1, 2, 2, 2, 2, 9], { bandwidth: 'sheather-jones' }).bandwidth,
    ).toBeGreaterThan(0);
    expect(sheatherJonesBandwidth(Float64Array.of(1, 1))).toBeNaN();
  });
});

describe('loess', () => {
  interface Given extends Pairs {
    readonly span: number;
    readonly robustIterations: number;
    readonly at: number[];
  }
  it.each(casesOf<Given, { y: number[] }>('curves', 'loess'))('as $call', ({ input, expected }) => {
    const found = loess(input.x, input.y, input);
    // R's own numbers carry about nine digits here: it solves each local fit by a truncated decomposition.
    expectAllClose(found.y, expected.y, 1e-7);
  });

  it('follows a line exactly, whatever the robust rounds', () => {
    const x = [5, 1, NaN, 2, 4, 3];
    const found = loess(
      x,
      x.map((value) => 2 * value + 1),
      { robustIterations: 2 },
    );
    expect([...found.x]).toEqual([1, 2, 3, 4, 5]);
    expectAllClose(found.y, [3, 5, 7, 9, 11]);
    expect(found.n).toBe(5);
  });

  it('is a mean where all neighbours share one x, and empty with fewer than 3 pairs', () => {
    expectAllClose(loess([1, 1, 1, 1], [1, 2, 3, 6]).y, [2], 1); // the nearest two of four equal ones
    expect(loess([1, 2], [1, 2]).x).toHaveLength(0);
  });

  it('uses 101 points and a coarse curve for robust weights on large data', () => {
    const random = createRandom(8);
    const x = Float64Array.from({ length: 3000 }, () => 10 * random());
    const y = x.map((value, i) => 3 * value + (i % 10 === 0 ? 200 : randomNormal(random)));
    const found = loess(x, y, { span: 0.3, robustIterations: 3 });
    expect(found.x).toHaveLength(101);
    found.y.forEach((value, i) => expect(Math.abs(value - 3 * found.x[i])).toBeLessThan(0.5));
  });
});

describe('linearTrend', () => {
  it.each(casesOf<Pairs, Numbers>('curves', 'linearTrend'))(
    '$name as $call',
    ({ input, expected }) => {
      const found = linearTrend(input.x, input.y);
      expectClose(found.estimate, expected.estimate);
      expectClose(found.intercept, expected.intercept);
      expectClose(found.p, expected.p);
      expectClose(found.ci?.low, expected.low);
      expectClose(found.ci?.high, expected.high);
    },
  );

  it('is untestable on two pairs or a constant side', () => {
    expect(linearTrend([1, 2], [1, 2])).toMatchObject({ p: NaN, estimate: null, intercept: NaN });
    expect(linearTrend([1, 1, 1], [1, 2, 3]).p).toBeNaN();
  });
});

describe('theilSen', () => {
  it.each(casesOf<Pairs, Numbers>('curves', 'theilSen'))(
    '$name as $call',
    ({ input, expected }) => {
      const found = theilSen(input.x, input.y);
      expectClose(found.estimate, expected.estimate);
      expectClose(found.intercept, expected.intercept);
      expectClose(found.ci?.low, expected.low);
      expectClose(found.ci?.high, expected.high);
    },
  );

  it('draws slopes of large data and still finds the slope among outliers', () => {
    const random = createRandom(4);
    const x = Float64Array.from({ length: 5000 }, () => random() * 100);
    const y = x.map((value, i) => 0.5 * value + randomNormal(random) + (i % 5 === 0 ? 300 : 0));
    const found = theilSen(x, y);
    expect(found.method).toContain('drawn');
    expect(Math.abs(found.estimate! - 0.5)).toBeLessThan(0.02);
    expect(found.ci!.low).toBeLessThan(found.estimate!);
    expect(found.ci!.high).toBeGreaterThan(found.estimate!);
  });

  it('is untestable on a constant side', () => {
    expect(theilSen([1, 1, 1, 1], [1, 2, 3, 4])).toMatchObject({ p: NaN, intercept: NaN });
  });
});
