import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyses } from '../../src/analyses/index.js';
import { charts } from '../../src/charts/index.js';
import { FindingBook } from '../../src/domain/findingBook.js';
import { activeMarkup } from './activeMarkup.js';
import { checkFigureText } from './checkFigureText.js';

const sections = analyses.map(({ id }) => id);

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
      expect(sections).toContain(chart.section);
    },
  );

  it('stands in the order of the sections', () => {
    const order = charts.map((chart) => sections.indexOf(chart.section));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });
});

const FIGURES = join(import.meta.dirname, '../../reports/figures');
const figures = existsSync(FIGURES)
  ? readdirSync(FIGURES).filter((name) => name.endsWith('.svg'))
  : [];

const ARCHITECTURE = 'architecture.svg';
/** The charts, and the drawing of the flow that the deck shows. */
const KNOWN = [...charts.map((chart) => `${chart.id}.svg`), ARCHITECTURE];

describe.skipIf(figures.length === 0)('every committed figure', () => {
  it.each(figures)('%s has a chart, a title, and text that can be read', (name) => {
    const svg = readFileSync(join(FIGURES, name), 'utf8');
    expect(KNOWN).toContain(name);
    expect(checkFigureText(svg)).toEqual([]);
    expect(activeMarkup(svg)).toEqual([]);
    expect(/<title id="[^"]+">[^<]{10,}<\/title>/.test(svg)).toBe(true);
    expect(name === ARCHITECTURE || /<desc id="[^"]+">[^<]{20,}<\/desc>/.test(svg)).toBe(true);
  });

  it('is not much more than a page can load', () => {
    const sizes = figures.map((name) => readFileSync(join(FIGURES, name)).length);
    expect(Math.max(...sizes)).toBeLessThan(200_000);
  });
});
