import { describe, expect, it } from 'vitest';
import { UNITS } from '../../../src/domain/unit.js';
import {
  declaredNumber,
  fixed,
  formatInterval,
  formatLevel,
  formatNumber,
  formatP,
  nounOf,
  plural,
} from '../../../src/outputs/format/index.js';
import fc from '../../fastCheck.js';

const ci = (low: number, high: number) => ({ low, high, level: 0.95 });

describe('formatNumber', () => {
  it.each([
    [2.137, 'points', ci(1.21, 3.05), '2.1 points'],
    [2.137, 'points', ci(2.02, 2.25), '2.14 points'],
    [-2.137, 'points', ci(-3.05, -1.21), '−2.1 points'],
    [12345, 'songs', ci(11000, 13700), '12,300 songs'],
    [54.23, 'points', ci(20, 90), '54 points'],
    [1.02, 'points', ci(-4, 6), '1 point'],
    [-0.0001, 'points', ci(-0.5, 0.5), '0.0 points'],
    [31.26, 'percent', ci(29.1, 33.4), '31.3%'],
    [1_234_567_890, 'streams', ci(1.1e9, 1.4e9), '1.23 billion streams'],
  ] as const)('rounds %d %s by the width of its interval', (value, unit, interval, text) => {
    expect(formatNumber(value, unit, { interval })).toBe(text);
  });

  it.each([
    [2.5, 'points', '2.5 points'],
    [12.345, 'percent', '12.3%'],
    [0.012, 'percent', '0.012%'],
    [3.14159, 'percentage-points', '3.1 percentage points'],
    [1.2345, 'ratio', '1.23'],
    [-0.345, 'correlation', '−0.34'],
    [0.5, 'index', '0.50'],
    [1234, 'count', '1,234'],
    [1, 'songs', '1 song'],
    [28356, 'songs', '28,356 songs'],
    [12.34, 'songs', '12.3 songs'],
    [2, 'artists', '2 artists'],
    [0, 'albums', '0 albums'],
    [1, 'users', '1 user'],
    [999_999, 'listeners', '999,999 listeners'],
    [2_000_000, 'plays', '2.00 million plays'],
    [3_386_520_288, 'streams', '3.39 billion streams'],
    [45_600_000, 'views', '45.6 million views'],
    [1, 'likes', '1 like'],
    [1, 'comments', '1 comment'],
    [12.345, 'plays-per-listener', '12.3 plays per listener'],
    [11.2, 'likes-per-1000-views', '11.2 likes per 1,000 views'],
    [0.456, 'comments-per-1000-views', '0.46 comments per 1,000 views'],
    [-0.84, 'points-per-decade', '−0.8 points per decade'],
    [0.123, 'percentage-points-per-year', '0.12 percentage points per year'],
    [3.26, 'years', '3.3 years'],
    [1, 'days', '1 day'],
    [3.42, 'minutes', '3.4 minutes'],
    [205_113, 'milliseconds', '205,113 ms'],
    [-7.25, 'decibels', '−7.3 dB'],
    [120.4, 'beats-per-minute', '120 bpm'],
    [3, 'rank', '3'],
    [2019, 'year', '2019'],
    [18_262, 'date', '2020-01-01'],
    [1.5, 'text', '1.50'],
  ] as const)('writes %d %s without an interval', (value, unit, text) => {
    expect(formatNumber(value, unit)).toBe(text);
  });

  it('has a rule for every unit and never shows "-0", an exponent or NaN', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...UNITS),
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
        (unit, value) => {
          const text = formatNumber(value, unit);
          expect(text).not.toMatch(/NaN|undefined|\de[+-]?\d/);
          expect(text).not.toMatch(/^−0(?:\.0*)?(?:[^\d.]|$)/);
        },
      ),
    );
  });

  it('says n/a for what is not a number', () => {
    expect(formatNumber(NaN, 'points')).toBe('n/a');
    expect(formatNumber(Infinity, 'songs')).toBe('n/a');
    expect(formatNumber(1e12, 'date')).toBe('n/a');
  });
});

describe('formatInterval', () => {
  it('gives both ends the same digits', () => {
    expect(formatInterval(ci(1.21, 3.05), 'points')).toBe('1.2 to 3.0');
    expect(formatInterval(ci(12, 15.04), 'percent')).toBe('12.0% to 15.0%');
    expect(formatInterval(ci(-0.5, 0.5), 'points')).toBe('−0.5 to 0.5');
    expect(formatInterval(ci(0.9e6, 1.4e6), 'views')).toBe('0.90 million to 1.40 million');
  });

  it('does not show an end as zero where the interval excludes zero', () => {
    expect(formatInterval(ci(0.04, 5.2), 'points')).toBe('0.04 to 5.20');
    expect(formatInterval(ci(-5.2, -0.04), 'points')).toBe('−5.20 to −0.04');
    expect(formatInterval(ci(-0.04, 5.2), 'points')).toBe('0.0 to 5.2');
  });

  it('keeps a point interval readable', () => {
    expect(formatInterval(ci(3, 3), 'points')).toBe('3.0 to 3.0');
  });

  it('holds the estimate that is rounded with it', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: -1e5, max: 1e5 }),
        fc.double({ noNaN: true, min: 1e-4, max: 1e4 }),
        fc.double({ noNaN: true, min: 0, max: 1 }),
        (low, width, share) => {
          const interval = ci(low, low + width);
          const shown = [low, low + share * width, low + width].map((value) =>
            Number(formatNumber(value, 'ratio', { interval }).replace(/,/g, '').replace('−', '-')),
          );
          expect(shown[0]).toBeLessThanOrEqual(shown[1] ?? NaN);
          expect(shown[1]).toBeLessThanOrEqual(shown[2] ?? NaN);
        },
      ),
    );
  });
});

describe('fixed', () => {
  it('groups thousands, rounds to tens and writes large numbers out', () => {
    expect(fixed(1234567.891, 2)).toBe('1,234,567.89');
    expect(fixed(12345, -2)).toBe('12,300');
    expect(fixed(-15, -1)).toBe('−20');
    expect(fixed(-0.04, 1)).toBe('0.0');
    expect(fixed(1e21, 0)).toBe('1,000,000,000,000,000,000,000');
    expect(fixed(999, 0)).toBe('999');
  });
});

describe('formatP', () => {
  it('follows the usual rules', () => {
    expect(formatP(0)).toBe('p < 0.001');
    expect(formatP(0.00099)).toBe('p < 0.001');
    expect(formatP(0.00312)).toBe('p = 0.003');
    expect(formatP(0.0496)).toBe('p = 0.050');
    expect(formatP(0.31)).toBe('p = 0.31');
    expect(formatP(1)).toBe('p > 0.99');
  });
});

describe('small helpers', () => {
  it('count with the right noun', () => {
    expect(plural(1, 'songs')).toBe('1 song');
    expect(plural(1_000_001, 'songs')).toBe('1,000,001 songs');
    expect(plural(3, 'count')).toBe('3');
    expect(nounOf('artists', 1)).toBe('artist');
    expect(nounOf('artists')).toBe('artists');
  });

  it('write levels and declared numbers as they were declared', () => {
    expect(formatLevel(0.95)).toBe('95%');
    expect(formatLevel(0.999)).toBe('99.9%');
    expect(declaredNumber(0.1, 'correlation')).toBe('0.1');
    expect(declaredNumber(1, 'points')).toBe('1 point');
    expect(declaredNumber(2.5, 'percent')).toBe('2.5%');
  });
});
