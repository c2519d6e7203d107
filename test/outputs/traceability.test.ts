import { describe, expect, it } from 'vitest';
import { renderInsights } from '../../src/outputs/insights/index.js';
import { numberTokens } from '../../src/outputs/traceability/numberTokens.js';
import { checkTraceability } from '../../src/outputs/traceability.js';
import { DRAWINGS, fixtureReport } from './fixtureReport.js';

const report = fixtureReport();
const markdown = renderInsights(report, DRAWINGS);

function tokens(changed: string): string[] {
  expect(changed).not.toBe(markdown);
  return checkTraceability(changed, report, DRAWINGS).map(({ token }) => token);
}

describe('numberTokens', () => {
  it('sets names aside only where they stand by themselves', () => {
    expect(
      numberTokens('Blink-182 and .1 score 34.1 points and 1,234 points', [
        'Blink-182',
        '1 points',
        '.1',
        '1',
      ]),
    ).toEqual(['34.1', '1,234']);
  });
});

describe('checkTraceability', () => {
  it('finds nothing in a rendered report', () => {
    expect(checkTraceability(markdown, report, DRAWINGS)).toEqual([]);
  });

  it('finds a number typed by hand', () => {
    expect(tokens(markdown.replace('score 1.4 points', 'score 1.5 points'))).toEqual(['1.5']);
    expect(tokens(`${markdown}\nSongs score 99 points.\n`)).toEqual(['99']);
    expect(tokens(markdown.replace('leads with 54.2', 'leads with 55.2'))).toEqual(['55.2']);
  });

  it('finds a number whose finding is no longer linked', () => {
    const changed = markdown.replace(
      '<sup>[F1](#f-data-songs) [F3](#f-content-explicit)</sup>',
      '',
    );
    expect(tokens(changed)).toEqual(['4,210', '1.4', '0.4', '2.3']);
  });

  it('finds a changed cell of a table and of the appendix', () => {
    expect(tokens(markdown.replace('| 54.2 | 812 |', '| 54.2 | 813 |'))).toEqual(['813']);
    expect(tokens(markdown.replace('| 0.4 to 2.3 |', '| 0.4 to 2.4 |'))).toEqual(['2.4']);
    expect(tokens(markdown.replace('t = 2.85', 't = 3.85'))).toEqual(['3.85']);
    expect(tokens(markdown.replace('| 5,000 |', '| 6,000 |'))).toEqual(['6,000']);
  });

  it('allows a number only in its own row of a table', () => {
    expect(tokens(markdown.replace('| 54.2 | 812 |', '| 54.2 | 1,812 |'))).toEqual(['1,812']);
  });

  it('allows a declared constant only in the section that declares it', () => {
    expect(tokens(markdown.replace('is a genre', 'is a 95% genre'))).toEqual(['95']);
  });

  it('catches nearly every digit that is changed by hand', () => {
    const plain = fixtureReport(['Pop', 'Rap']);
    const text = renderInsights(plain, new Map());
    // Numbers of the text, not those of anchors, labels, ids and checksums, nor those that come from names of the data.
    const digits = [...text.matchAll(/(?<![\w.#/"-])\d+(?:[.,]\d+)*(?![\w"`-])/g)].filter(
      ({ index }) =>
        !/^\|.*(?:<script|x{9}|First)/.test(text.slice(text.lastIndexOf('\n', index) + 1)),
    );
    const missed = digits.filter(({ index }) => {
      const digit = (Number(text[index]) % 9) + 1;
      const changed = text.slice(0, index) + String(digit) + text.slice(index + 1);
      return checkTraceability(changed, plain).length === 0;
    });
    expect(digits.length).toBeGreaterThan(60);
    // What slips through became another number of the same finding by chance.
    expect(missed.length / digits.length).toBeLessThan(0.08);
  });

  it('finds a link that leads nowhere', () => {
    const problems = checkTraceability(
      markdown.replace(
        'Up to 1.4 points. <sup>[F3](#f-content-explicit)',
        'Up to it. <sup>[F3](#f-gone)',
      ),
      report,
      DRAWINGS,
    );
    expect(problems.map(({ message }) => message)).toEqual([
      'the link #f-gone leads to no anchor of the document',
    ]);
    expect(problems[0]?.line).toBeGreaterThan(50);
    expect(problems[0]?.excerpt).toContain('Opportunity');
  });
});
