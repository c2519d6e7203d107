import { describe, expect, it } from 'vitest';
import { moments } from '../../src/stats/moments.js';
import {
  createRandom,
  deriveSeed,
  randomInteger,
  randomNormal,
  shuffle,
} from '../../src/stats/random.js';
import { describe as describeValues } from '../../src/stats/describe.js';

describe('createRandom', () => {
  it('repeats itself for one seed and differs for neighbours', () => {
    const [a, b, c] = [createRandom(7), createRandom(7), createRandom(8)];
    const first = Array.from({ length: 5 }, a);
    expect(Array.from({ length: 5 }, b)).toEqual(first);
    expect(Array.from({ length: 5 }, c)).not.toEqual(first);
  });

  it('is uniform: mean, variance and 100 cells within 5 standard errors', () => {
    const random = createRandom(2024);
    const values = Float64Array.from({ length: 100_000 }, random);
    const { mean, variance } = moments(values);
    expect(Math.abs(mean - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / 1e5));
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(5 * Math.sqrt(1 / 180 / 1e5));
    const cells = new Int32Array(100);
    for (const value of values) cells[Math.floor(value * 100)] += 1;
    const chi = cells.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chi).toBeLessThan(99 + 5 * Math.sqrt(2 * 99));
    expect(chi).toBeGreaterThan(99 - 5 * Math.sqrt(2 * 99));
  });

  it('shows no serial correlation', () => {
    const random = createRandom(1);
    let products = 0;
    let previous = random() - 0.5;
    for (let i = 0; i < 50_000; i += 1) {
      const value = random() - 0.5;
      products += value * previous;
      previous = value;
    }
    expect(Math.abs((products / 50_000) * 12)).toBeLessThan(5 / Math.sqrt(50_000));
  });
});

describe('deriveSeed', () => {
  it('depends on seed and label, order included', () => {
    const seeds = [
      deriveSeed(1, 'a'),
      deriveSeed(1, 'b'),
      deriveSeed(2, 'a'),
      deriveSeed(1, 'ab'),
      deriveSeed(1, 'ba'),
    ];
    expect(new Set(seeds).size).toBe(5);
    expect(deriveSeed(1, 'a')).toBe(seeds[0]);
  });
});

describe('helpers', () => {
  it('randomNormal is normal in its first four moments', () => {
    const random = createRandom(3);
    const found = describeValues(Float64Array.from({ length: 50_000 }, () => randomNormal(random)));
    expect(Math.abs(found.mean)).toBeLessThan(5 / Math.sqrt(5e4));
    expect(Math.abs(found.sd - 1)).toBeLessThan(5 / Math.sqrt(1e5));
    expect(Math.abs(found.skewness)).toBeLessThan(5 * Math.sqrt(6 / 5e4));
    expect(Math.abs(found.kurtosis)).toBeLessThan(5 * Math.sqrt(24 / 5e4));
  });

  it('randomInteger and shuffle reach everything', () => {
    const random = createRandom(3);
    const drawn = new Set(Array.from({ length: 200 }, () => randomInteger(random, 6)));
    expect([...drawn].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    const orders = new Set(
      Array.from({ length: 200 }, () => {
        const values = [1, 2, 3];
        shuffle(values, random);
        return values.join();
      }),
    );
    expect(orders.size).toBe(6);
  });
});
