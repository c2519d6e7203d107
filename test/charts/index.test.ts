import { describe, expect, it } from 'vitest';
import type { Chart } from '../../src/charts/chart.js';
import { buildDrawings, uniqueCharts } from '../../src/charts/index.js';
import { FindingBook } from '../../src/domain/findingBook.js';
import { barWithInterval } from '../../src/charts/marks/index.js';

const empty = new FindingBook([], []);
const chart = (id: string, draws: boolean): Chart => ({
  id,
  section: 'genres',
  build: () =>
    draws
      ? {
          ...barWithInterval({ rows: [], x: { title: '' }, subtitle: '', source: '' }),
          title: [id],
          alt: [id],
        }
      : null,
});

describe('uniqueCharts', () => {
  it('refuses two charts of one id', () => {
    expect(() => uniqueCharts([chart('a', true), chart('b', true), chart('a', false)])).toThrow(
      'duplicate chart "a"',
    );
  });
});

describe('buildDrawings', () => {
  it('keeps the order and leaves out what has no data', () => {
    const drawn = buildDrawings(empty, [chart('a', true), chart('b', false), chart('c', true)]);
    expect(drawn.map((one) => one.chart.id)).toEqual(['a', 'c']);
    expect(drawn[0]?.drawing.title).toEqual(['a']);
  });
});
