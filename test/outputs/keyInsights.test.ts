import { describe, expect, it } from 'vitest';
import { number, prose } from '../../src/domain/prose.js';
import type { Report } from '../../src/domain/section.js';
import { headlines } from '../../src/outputs/headlines.js';
import { keyInsights, replaceKeyInsights } from '../../src/outputs/keyInsights.js';
import { fixtureReport } from './fixtureReport.js';

const report = fixtureReport(['Pop', 'Rock']);

function withSummary(change: Partial<Report['sections'][number]>): Report {
  return {
    ...report,
    sections: report.sections.map((section) =>
      section.id === 'summary' ? { ...section, ...change } : section,
    ),
  };
}

describe('headlines', () => {
  it('takes the list of the summary, else the points of its slides, else the messages of the slides', () => {
    const listed = withSummary({
      blocks: [{ kind: 'list', items: [prose`A: ${number('genres.top')}`, prose`B`] }],
    });
    expect(headlines(listed, 1)).toEqual(['A: 54.2 points']);
    const pointed = withSummary({
      slides: [{ title: prose`In short`, points: [prose`C`], notes: [] }],
    });
    expect(headlines(pointed)).toEqual(['C']);
    expect(headlines(report)).toEqual([
      'Pop is the most popular genre, at 54.2 points',
      'Pop is a genre',
      'Rock is a genre',
      'Explicit songs score 1.4 points higher within a genre',
    ]);
  });
});

describe('keyInsights', () => {
  it('links each message to its first finding', () => {
    expect(keyInsights(report).split('\n')[0]).toBe(
      '- Pop is the most popular genre, at 54.2 points ([source](INSIGHTS.md#f-genres-top))',
    );
    expect(keyInsights(report).split('\n')[1]).toBe('- Pop is a genre');
  });

  it('replaces what stands between the markers, as often as one likes', () => {
    const readme = 'a\n<!-- key-insights:start -->\nold\n<!-- key-insights:end -->\nb\n';
    const once = replaceKeyInsights(readme, '- $& new');
    expect(once).toBe(
      'a\n<!-- key-insights:start -->\n\n- $& new\n\n<!-- key-insights:end -->\nb\n',
    );
    expect(replaceKeyInsights(once, '- $& new')).toBe(once);
  });

  it('asks for the markers where they are absent', () => {
    expect(() => replaceKeyInsights('no markers', 'x')).toThrow('the document must hold');
  });
});
