import { describe, expect, it } from 'vitest';
import { formatTimes } from '../../../src/charts/text/formatTimes.js';
import { formatColumn, formatNumber } from '../../../src/outputs/format/index.js';

describe('formatTimes', () => {
  it.each([
    [118.6, '119'],
    [1234, '1,234'],
    [9.96, '10'],
    [7.11, '7.1'],
    [1, '1.0'],
    [0.72, '0.72'],
    [0.0063, '1/159'],
    [0, '0'],
    [Number.NaN, '–'],
  ])('%d is %s', (times, text) => {
    expect(formatTimes(times)).toBe(text);
  });

  it('is how the outputs write such numbers, cell by cell', () => {
    expect(formatNumber(0.0063, 'times')).toBe('1/159');
    const column = formatColumn(
      {
        id: 'a.b',
        title: '',
        grain: '',
        queries: [],
        sources: [],
        columns: [{ id: 'times', title: 'Times', unit: 'times' }],
        rows: [[118.6], [0.0063]],
      },
      0,
    );
    expect([column.number(118.6), column.number(0.0063)]).toEqual(['119', '1/159']);
  });
});
