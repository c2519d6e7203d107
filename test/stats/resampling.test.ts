import { describe, expect, it } from 'vitest';
import { bootstrap } from '../../src/stats/bootstrap.js';
import { clusterBootstrap } from '../../src/stats/clusterBootstrap.js';
import { meanInterval } from '../../src/stats/meanInterval.js';
import { moments } from '../../src/stats/moments.js';
import { quantile } from '../../src/stats/quantile.js';
import { createRandom, randomNormal } from '../../src/stats/random.js';
import { expectClose, references } from './reference.js';

interface Given {
  readonly values: number[];
  readonly rows: number[];
}
interface Expected {
  readonly percentile: [number, number];
  readonly bca: [number, number];
  readonly se: number;
}

const statistics: Readonly<Record<string, (values: Float64Array) => number>> = {
  mean: (values) => moments(values).mean,
  median: (values) => quantile(values, 0.5),
  sd: (values) => Math.sqrt(moments(values).variance),
};

/** Replays rows that were drawn elsewhere. */
function replay(rows: readonly number[], size: number): () => number {
  let at = 0;
  return () => (rows[at++] + 0.5) / size;
}

describe('bootstrap', () => {
  it.each(references<Given, Expected>('bootstrap'))(
    '$name as $call',
    ({ name, input, expected }) => {
      for (const interval of ['percentile', 'bca'] as const) {
        const size = input.values.length;
        const found = bootstrap({
          size,
          statistic: (rows) =>
            statistics[name](Float64Array.from(rows, (row) => input.values[row])),
          random: replay(input.rows, size),
          replicates: 199,
          interval,
        });
        expectClose(found.se, expected.se);
        // scipy counts ties with the estimate half in a median, as here, and rounds its percentages.
        expectClose(found.ci?.low, expected[interval][0], 1e-8);
        expectClose(found.ci?.high, expected[interval][1], 1e-8);
      }
    },
  );

  it('gives the same bytes for the same seed and others for another', () => {
    const run = (seed: number) =>
      bootstrap({ size: 20, statistic: (rows) => moments(rows).mean, random: createRandom(seed) });
    expect(run(1)).toEqual(run(1));
    expect(run(1)).not.toEqual(run(2));
  });

  it('has no interval for one row, for NaN, or where most replicates have no value', () => {
    const random = createRandom(1);
    expect(bootstrap({ size: 1, statistic: () => 1, random }).ci).toBeNull();
    expect(bootstrap({ size: 0, statistic: () => 1, random })).toMatchObject({
      ci: null,
      estimate: NaN,
    });
    expect(bootstrap({ size: 5, statistic: () => NaN, random }).ci).toBeNull();
    const fragile = bootstrap({
      size: 5,
      statistic: (rows) => (new Set(rows).size === 5 ? 1 : NaN),
      random,
    });
    expect(fragile).toMatchObject({ estimate: 1, ci: null });
    expect(fragile.replicates).toBeLessThan(2000);
  });

  it('is a point where the statistic does not vary, and null where it lies outside its replicates', () => {
    const random = createRandom(1);
    expect(bootstrap({ size: 5, statistic: () => 3, random }).ci).toEqual({
      low: 3,
      high: 3,
      level: 0.95,
    });
    const distinct = (rows: Int32Array): number => new Set(rows).size;
    expect(bootstrap({ size: 50, statistic: distinct, random }).ci).toBeNull();
  });
});

describe('clusterBootstrap', () => {
  const random = createRandom(6);
  const clusters = Int32Array.from({ length: 400 }, (_, i) => (i === 7 ? -1 : Math.floor(i / 8)));
  const means = Float64Array.from({ length: 50 }, () => randomNormal(random));
  const values = Float64Array.from(
    clusters,
    (cluster) => (cluster < 0 ? 1e9 : means[cluster]) + 0.1 * randomNormal(random),
  );
  const mean = (rows: Int32Array): number =>
    moments(Float64Array.from(rows, (row) => values[row])).mean;

  it('is as wide as the clusters make it, not the rows', () => {
    const found = clusterBootstrap({
      clusters,
      statistic: mean,
      random: createRandom(2),
      replicates: 500,
    });
    const naive = meanInterval(values.filter((_, row) => clusters[row] >= 0));
    expect(found.n).toBe(399);
    expect(found.se / naive.se).toBeGreaterThan(2);
    expect(found.se).toBeGreaterThan(0.7 * Math.sqrt(moments(means).variance / 50));
    expect(found.se).toBeLessThan(1.3 * Math.sqrt(moments(means).variance / 50));
    expect(found.ci!.low).toBeLessThan(found.estimate);
  });

  it('equals the plain bootstrap where every row is its own cluster', () => {
    const alone = Int32Array.from({ length: 30 }, (_, i) => i);
    const options = {
      statistic: (rows: Int32Array) => mean(rows.map((row) => row + 100)),
      replicates: 100,
    };
    const clustered = clusterBootstrap({ ...options, clusters: alone, random: createRandom(5) });
    const plain = bootstrap({ ...options, size: 30, random: createRandom(5) });
    expect(clustered.ci).toEqual(plain.ci);
  });

  it('leaves out blocks of clusters where there are many, and grows with a large cluster', () => {
    const many = Int32Array.from({ length: 3000 }, (_, i) => (i < 1500 ? 0 : i));
    const found = clusterBootstrap({
      clusters: many,
      statistic: (rows) => rows.length,
      random: createRandom(9),
      replicates: 60,
    });
    expect(found.estimate).toBe(3000);
    expect(found.ci!.high).toBeGreaterThan(3000);
  });
});
