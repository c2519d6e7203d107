import { Marp } from '@marp-team/marp-core';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/domain/section.js';
import { renderInsights } from '../../../src/outputs/insights/index.js';
import { cleanName } from '../../../src/outputs/prose/index.js';
import { DRAWINGS, fixtureReport, HOSTILE_NAMES } from '../fixtureReport.js';

const report = fixtureReport();
const markdown = renderInsights(report, DRAWINGS);

/** The document as HTML, by the same Markdown rules as GitHub's (tables, raw HTML). */
function dom(source: string): DocumentFragment {
  const { html } = new Marp({ html: true, math: false, script: false }).render(source);
  return JSDOM.fragment(html);
}

describe('renderInsights', () => {
  it('puts the summary first, then the contents, the sections, provenance and findings', () => {
    const headings = [...markdown.matchAll(/^## (.*)$/gm)].map((match) => match[1]);
    expect(headings).toEqual([
      'Executive summary',
      'Contents',
      'Genres',
      'Content',
      'Recommendations',
      'Provenance',
      'Appendix: findings',
    ]);
    expect(markdown.startsWith('# Liner Notes: ')).toBe(true);
    expect(markdown.endsWith('\n')).toBe(true);
  });

  it('links every number to its finding, and every link finds its anchor', () => {
    expect(markdown).toContain(
      'score 1.4 points higher (95% interval 0.4 to 2.3) once genre and year are equal. ' +
        '<sup>[F1](#f-data-songs) [F3](#f-content-explicit)</sup>',
    );
    const anchors = new Set([...markdown.matchAll(/<a id="([^"]*)">/g)].map((match) => match[1]));
    const links = [...markdown.matchAll(/\]\(#([^)]*)\)/g)].map((match) => match[1]);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((link) => !anchors.has(link))).toEqual([]);
    expect(anchors.size).toBe([...markdown.matchAll(/<a id="/g)].length);
  });

  it('shows charts with their message, alternative text and path, and leaves out what was not drawn', () => {
    expect(markdown).toContain(
      '**\\# Heading leads with 54.2 points** <sup>[F2](#f-genres-top)</sup><br>',
    );
    expect(markdown).toContain('](reports/figures/genre-popularity.svg)');
    expect(markdown).not.toContain('not-drawn');
    const images = [...dom(markdown).querySelectorAll('img')];
    expect(images.map((image) => image.getAttribute('src'))).toEqual([
      'reports/figures/genre-popularity.svg',
    ]);
    // CommonMark keeps escaped characters in alternative texts; markdown-it leaves them out there.
    expect(images[0]?.getAttribute('alt')).toMatch(
      /^Bars of popularity by genre; the first is !?\[?x\]?\(y\)\.$/,
    );
  });

  it('takes the folder of the figures from where the document stands', () => {
    expect(renderInsights(report, DRAWINGS, { figures: 'figures' })).toContain(
      '](figures/genre-popularity.svg)',
    );
  });

  it('aligns numbers to the right, formats them by unit, and names the query', () => {
    expect(markdown).toContain('| Genre | Popularity (mean) | Songs | Streams (millions) |');
    expect(markdown).toContain('| --- | ---: | ---: | ---: |');
    expect(markdown).toContain('| 43.1 | 3,812 | – |');
    expect(markdown).toContain(
      '<sub>Source: query `genre-popularity`; data: demo; One row per genre; 5 of 10 rows shown.</sub>',
    );
  });

  it('shows hostile names as text and creates no element from them', () => {
    const document = dom(markdown);
    expect(document.querySelectorAll('script, iframe, style')).toHaveLength(0);
    const links = [...document.querySelectorAll('a[href]')].map((link) =>
      link.getAttribute('href'),
    );
    expect(links.every((link) => link?.startsWith('#'))).toBe(true);
    const paragraphs = [...document.querySelectorAll('p')].map((p) =>
      (p.textContent ?? '').replaceAll('\u2060', ''),
    );
    for (const name of HOSTILE_NAMES) {
      expect(paragraphs).toContainEqual(
        expect.stringContaining(`${cleanName(name)} scores 54.2 points`),
      );
    }
    const cells = [...document.querySelectorAll('td')].map((cell) => cell.textContent);
    expect(cells).toContain('--- | --- |');
  });

  it('writes recommendations with what they rest on', () => {
    expect(markdown).toContain("### Don't avoid explicit songs");
    expect(markdown).toContain(
      '- **Opportunity.** Up to 1.4 points. <sup>[F3](#f-content-explicit)</sup>',
    );
    expect(markdown).toContain(
      '- **Rests on** explicit against clean songs ([F3](#f-content-explicit)).',
    );
  });

  it('lists every finding with how it was measured', () => {
    expect(markdown).toContain(
      '| <a id="f-content-explicit"></a>F3 | explicit against clean songs | 1.4 points | 0.4 to 2.3 | 4,210 songs | p = 0.013 (adjusted) | supported |',
    );
    expect(markdown).toContain(
      'crude 6.1 points (95% interval 5.1 to 7.2); adjusted for genre and release year',
    );
    expect(markdown).toContain(
      "Hedges' g = 0.07 (95% interval 0.02 to 0.12), negligible by Cohen (1988): 0.2, 0.5, 0.8",
    );
    expect(markdown).toContain('not enough data: n = 0, needed 30');
  });

  it('shows where the data come from', () => {
    expect(markdown).toContain(
      '| `demo` | Demo tracks | 2020-12-31 | 5,000 | `demo.csv` `abababababababab` | Public domain |',
    );
    expect(markdown).toContain('| Confirmatory tests in the multiplicity family | 2 |');
    expect(markdown).toContain('- `demo`: Tracks of invented playlists.');
  });

  it('says on the sample that nothing in it is real', () => {
    const sample: Report = { ...report, provenance: { ...report.provenance, dataset: 'sample' } };
    expect(renderInsights(sample, DRAWINGS)).toContain(
      '> **Synthetic data.** This report is made from the built-in sample',
    );
    expect(markdown).not.toContain('Synthetic');
  });

  it('builds from nothing at all', () => {
    const empty: Report = {
      ...report,
      provenance: { ...report.provenance, sources: [] },
      sections: [],
      findings: [],
      tables: [],
    };
    expect(renderInsights(empty, new Map())).toContain('_No data. As of 2020-12-31._');
  });

  it('gives the same bytes again', () => {
    expect(renderInsights(fixtureReport(), DRAWINGS)).toBe(markdown);
  });
});
