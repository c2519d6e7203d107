import { describe, expect, it } from 'vitest';
import * as stats from '../../src/stats/index.js';
import { expectClose, references } from './reference.js';

const functions: Readonly<Record<string, (...values: number[]) => number>> = {
  studentTail: stats.studentTail,
  studentQuantile: stats.studentQuantile,
  fTail: stats.fTail,
  chiSquaredTail: stats.chiSquaredTail,
  normalTail: stats.normalTail,
  normalQuantile: stats.normalQuantile,
  regularizedBeta: stats.regularizedBeta,
};

describe('distribution functions', () => {
  it.each(references<number[], number>('distributions'))('$name($input) as $call', (reference) => {
    const found = functions[reference.name](...reference.input);
    if (reference.expected === 0) expect(found).toBe(0);
    else expectClose(found, reference.expected, 1e-10);
  });

  it('are NaN outside their domain instead of throwing', () => {
    expect(stats.studentTail(NaN, 3)).toBeNaN();
    expect(stats.studentTail(1, 0)).toBeNaN();
    expect(stats.studentQuantile(1.2, 3)).toBeNaN();
    expect(stats.fTail(1, -1, 3)).toBeNaN();
    expect(stats.chiSquaredTail(1, 0)).toBeNaN();
    expect(stats.normalTail(NaN)).toBeNaN();
    expect(stats.normalQuantile(-1)).toBeNaN();
    expect(stats.regularizedBeta(-0.1, 1.1, 1, 1)).toBeNaN();
  });

  it('know their limits', () => {
    expect(stats.studentTail(Infinity, 3)).toBe(0);
    expect(stats.studentTail(-Infinity, 3)).toBe(1);
    expectClose(stats.studentTail(1.96, Infinity), stats.normalTail(1.96));
    expectClose(stats.studentQuantile(0.975, Infinity), stats.normalQuantile(0.975));
    expect(stats.studentQuantile(1, 3)).toBe(Infinity);
    expect(stats.studentQuantile(0.5, 3)).toBe(0);
    expect(stats.fTail(0, 1, 3)).toBe(1);
    expect(stats.fTail(Infinity, 1, 3)).toBe(0);
    expectClose(stats.fTail(2, 3, Infinity), stats.chiSquaredTail(6, 3));
    expect(stats.chiSquaredTail(0, 3)).toBe(1);
    expect(stats.regularizedBeta(0, 1, 2, 3)).toBe(0);
    expect(stats.regularizedBeta(1, 0, 2, 3)).toBe(1);
  });
});
