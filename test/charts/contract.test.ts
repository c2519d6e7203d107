import { describe, expect, it } from 'vitest';
import { charts } from '../../src/charts/index.js';
import { FindingBook } from '../../src/domain/findingBook.js';
import { SECTION_IDS } from '../../src/domain/finding.js';

describe('every chart', () => {
  const empty = new FindingBook([], []);

  it.each(charts.map((chart) => [chart.id, chart] as const))(
    '%s draws nothing from nothing',
    (_, chart) => {
      expect(chart.build(empty)).toBeNull();
    },
  );

  it.each(charts.map((chart) => [chart.id, chart] as const))(
    '%s has an id fit for a file and a section',
    (id, chart) => {
      expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(SECTION_IDS).toContain(chart.section);
    },
  );

  it('stands in the order of the sections', () => {
    const order = charts.map((chart) => SECTION_IDS.indexOf(chart.section));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });
});
