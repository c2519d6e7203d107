import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/analyses/judge.js';
import { popularityModel } from '../../../src/analyses/popularityModel.js';
import { measurePopularity } from '../../../src/analyses/popularityModel/measurePopularity.js';
import { buildDrawings, charts } from '../../../src/charts/index.js';
import { FindingBook } from '../../../src/domain/findingBook.js';
import type { Report } from '../../../src/domain/section.js';
import type { PopularityResult } from '../../../src/models/popularity/popularityResult.js';
import type { Drawings } from '../../../src/outputs/drawings.js';
import { renderInsights } from '../../../src/outputs/insights/index.js';
import {
  modelCardReport,
  renderModelCard,
} from '../../../src/outputs/modelCard/renderModelCard.js';
import { checkTraceability } from '../../../src/outputs/traceability.js';
import { audit, tooFew, toyResult } from '../../analyses/popularityModel/toyResult.js';
import { toyContext } from '../../analyses/toyData.js';
import { fixtureReport } from '../fixtureReport.js';

const context = toyContext({ ids: [], numbers: {}, categories: {}, observations: {} }, 'toy');

/** The fixture report with a section on models behind its own. */
function reportOf(result: PopularityResult, dataset: 'public' | 'sample' = 'public'): Report {
  const plain = fixtureReport(['Pop', 'Rap']);
  const { findings, tables } = measurePopularity(result, context);
  const book = new FindingBook(judge(findings), tables);
  const { blocks, slides } = popularityModel.narrate(book, context);
  return {
    ...plain,
    provenance: { ...plain.provenance, dataset },
    sections: [...plain.sections, { id: 'models', title: popularityModel.title, blocks, slides }],
    findings: [...plain.findings, ...book.findings],
    tables: [...plain.tables, ...tables],
  };
}

function drawingsOf(report: Report): Drawings {
  const book = new FindingBook(report.findings, report.tables);
  const mine = charts.filter(({ section }) => section === 'models');
  return new Map(buildDrawings(book, mine).map(({ chart, drawing }) => [chart.id, drawing]));
}

function cardOf(report: Report): string {
  return renderModelCard(report, drawingsOf(report), { figures: 'figures' });
}

describe('the model card', () => {
  const report = reportOf(toyResult());
  const card = cardOf(report);

  it('holds what a model card holds', () => {
    const headings = [...card.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
    expect(headings).toEqual([
      'The model',
      'Intended use',
      'Data',
      'How it was judged',
      'Scores',
      'What it rests on',
      'Fairness across genres and sizes of artist',
      'When it will be wrong',
      'Limits',
      'Provenance',
      'Appendix: findings',
    ]);
    for (const part of [
      '53.1%',
      '40.2%',
      'Whole albums',
      'rock',
      'Nobody Waits',
      'figures/model-bias.svg',
    ]) {
      expect(card).toContain(part);
    }
    expect(card.endsWith('|\n') || card.endsWith('</details>\n')).toBe(true);
  });

  it('has numbers that can be traced, as the report has', () => {
    const drawings = drawingsOf(report);
    expect(checkTraceability(card, modelCardReport(report), drawings)).toEqual([]);
    expect(checkTraceability(renderInsights(report, drawings), report, drawings)).toEqual([]);
    const changed = card.replace('accounts for 53.1%', 'accounts for 63.1%');
    expect(changed).not.toBe(card);
    const problems = checkTraceability(changed, modelCardReport(report), drawings);
    expect(problems.map(({ token }) => token)).toEqual(['63.1']);
  });

  it('gives findings the labels that they have in the report', () => {
    const insights = renderInsights(report, drawingsOf(report));
    const label = /(F\d+)\]\(#f-models-songs\)/.exec(card)?.[1];
    expect(label).toBeDefined();
    expect(insights).toContain(`[${String(label)}](#f-models-songs)`);
  });

  it('says on the sample that it is not real', () => {
    expect(card).not.toContain('Synthetic data');
    expect(cardOf(reportOf(toyResult(), 'sample'))).toContain('**Synthetic data.**');
  });

  it.each([
    ['too few songs', tooFew(), 'not enough data: n = 12'],
    [
      'a failed audit',
      toyResult({
        audits: [
          audit('release', 'songs', ['permuted_target']),
          audit('everything', 'songs', ['single_feature']),
        ],
        evaluations: toyResult().evaluations.filter(({ task }) => task === 'popularity-toy'),
      }),
      'No score is shown of models that learn from Known at release and Everything',
    ],
  ])('gives no score of %s, and says why', (_, result, words) => {
    const other = reportOf(result);
    const text = cardOf(other);
    expect(text).toContain(words);
    expect(text).not.toContain('53.1%');
    expect(checkTraceability(text, modelCardReport(other), drawingsOf(other))).toEqual([]);
  });

  it('stands where no model was judged', () => {
    const text = renderModelCard(fixtureReport(), new Map(), { figures: 'figures' });
    expect(text).toContain('No model was judged on these data.');
  });
});
