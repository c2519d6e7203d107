import { describe, expect, it } from 'vitest';
import {
  decimalsFor,
  decimalsForIntervals,
  formatCompact,
  formatCompactColumn,
  formatNumber,
} from '../../../src/charts/text/formatNumber.js';

describe('formatNumber', () => {
  it.each([
    [1234567, 0, '1,234,567'],
    [-1234.56, 1, '−1,234.6'],
    [-0.04, 1, '0.0'],
    [999.999, 2, '1,000.00'],
    [0, 0, '0'],
    [NaN, 1, '–'],
  ])('%d with %d decimals is %s', (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text);
  });
});

describe('formatCompact', () => {
  it.each([
    [0, '0'],
    [0.5, '0.5'],
    [950, '950'],
    [1000, '1k'],
    [1234, '1.2k'],
    [34_400, '34.4k'],
    [344_000, '344k'],
    [999_960, '1M'],
    [5_600_000_000, '5.6B'],
    [-2500, '−2.5k'],
    [3e12, '3T'],
  ])('%d is %s', (value, text) => {
    expect(formatCompact(value)).toBe(text);
  });
});

describe('formatCompactColumn', () => {
  it('keeps a zero where others of the same scale have a digit after the point', () => {
    expect(formatCompactColumn([13.2e9, 13e9, 120e9, 2e6])).toEqual([
      '13.2B',
      '13.0B',
      '120B',
      '2M',
    ]);
    expect(formatCompactColumn([-3000, 1500, 7])).toEqual(['−3.0k', '1.5k', '7']);
    expect(formatCompactColumn([2e6, 3e6])).toEqual(['2M', '3M']);
  });
});

describe('decimals', () => {
  it('follow the size of values', () => {
    expect(decimalsFor([120, 3.5])).toBe(0);
    expect(decimalsFor([47.3, 3.5])).toBe(1);
    expect(decimalsFor([4.7])).toBe(2);
    expect(decimalsFor([0.031])).toBe(3);
    expect(decimalsFor([1, 2, 3])).toBe(0);
    expect(decimalsFor([])).toBe(3);
  });

  it('follow the width of intervals', () => {
    expect(decimalsForIntervals([{ low: 0.3, high: 2.5 }])).toBe(1);
    expect(decimalsForIntervals([{ low: 10, high: 30 }])).toBe(0);
    expect(decimalsForIntervals([{ low: 0.01, high: 0.21 }])).toBe(2);
    expect(decimalsForIntervals([{ low: 0, high: 1e-9 }])).toBe(4);
    expect(decimalsForIntervals([])).toBe(2);
  });
});
