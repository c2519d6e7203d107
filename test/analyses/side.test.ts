import { describe, expect, it } from 'vitest';
import { clusteredMean } from '../../src/analyses/clusteredMean.js';
import { idPart } from '../../src/analyses/idPart.js';
import { makeFinding } from '../../src/analyses/makeFinding.js';
import { sideOf } from '../../src/analyses/side.js';
import type { Unit } from '../../src/domain/unit.js';
import fc from '../fastCheck.js';

const finding = (low: number, high: number, smallestEffect: number | null, unit: Unit = 'points') =>
  makeFinding({
    id: 'x',
    section: 'genres',
    label: 'x',
    unit,
    n: 1,
    nUnit: 'songs',
    queries: [],
    sources: [],
    estimate: (low + high) / 2,
    ci: { low, high, level: 0.95 },
    smallestEffect,
  });

describe('sideOf', () => {
  it('needs the whole interval beyond the smallest effect', () => {
    expect(sideOf(finding(2.1, 5, 2))).toBe('above');
    expect(sideOf(finding(1.9, 5, 2))).toBe('unclear');
    expect(sideOf(finding(-5, -2.1, 2))).toBe('below');
    expect(sideOf(finding(-1.9, 1.9, 2))).toBe('close');
    expect(sideOf(finding(0.1, 5, null))).toBe('above');
  });

  it('counts ratios from one, either way', () => {
    expect(sideOf(finding(1.11, 1.4, 1.1, 'ratio'))).toBe('above');
    expect(sideOf(finding(0.8, 0.9, 1.1, 'ratio'))).toBe('below');
    expect(sideOf(finding(0.95, 1.05, 1.1, 'ratio'))).toBe('close');
    expect(sideOf(finding(0.85, 1.05, 1.1, 'ratio'))).toBe('unclear');
  });

  it('is unclear without an interval', () => {
    expect(sideOf({ ...finding(3, 4, 2), ci: null })).toBe('unclear');
  });
});

describe('idPart', () => {
  it('keeps plain names and tells apart those that lose something', () => {
    expect(idPart('pop')).toBe('pop');
    expect(idPart('spotify_112_genres')).toBe('spotify_112_genres');
    expect(idPart('r&b')).toMatch(/^r-b-[0-9a-f]{8}$/);
    expect(idPart('r.b')).not.toBe(idPart('r&b'));
    expect(idPart('倖田來未')).toMatch(/^[0-9a-f]{8}$/);
  });

  it('never leaves the letters that an id may have', () => {
    fc.assert(fc.property(fc.string(), (text) => /^[a-z0-9_-]*$/.test(idPart(text))));
  });
});

describe('clusteredMean', () => {
  it('has no interval for one cluster or nothing, and a point for equal values', () => {
    expect(clusteredMean(Float64Array.of(1, 3), Int32Array.of(0, 0))).toMatchObject({
      mean: 2,
      ci: null,
    });
    expect(clusteredMean(new Float64Array(0), new Int32Array(0)).n).toBe(0);
    expect(clusteredMean(Float64Array.of(4, 4, 4), Int32Array.of(0, 1, 2)).ci).toMatchObject({
      low: 4,
      high: 4,
    });
  });
});
