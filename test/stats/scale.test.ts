import { describe, expect, it } from 'vitest';
import * as stats from '../../src/stats/index.js';

/** A million values; processor time, because the machine may be shared. */
const SIZE = 1_000_000;
const random = stats.createRandom(1);
const x = Float64Array.from({ length: SIZE }, () => Math.floor(1000 * random()));
const y = x.map((value) => value / 1000 + random());

const jobs: Readonly<Record<string, () => { n: number }>> = {
  describe: () => stats.describe(y),
  pearson: () => stats.pearson(x, y),
  welchT: () => stats.welchT(x, y),
  mannWhitney: () => stats.mannWhitney(x, y),
  kernelDensity: () => stats.kernelDensity(y),
  loess: () => stats.loess(x, y, { span: 0.05 }),
};

describe('a million values', () => {
  it.each(Object.entries(jobs))('%s takes seconds at most', (_, job) => {
    const started = process.cpuUsage();
    expect(job().n).toBeGreaterThanOrEqual(SIZE);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(5000);
  });
});
