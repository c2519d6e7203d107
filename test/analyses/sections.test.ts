import { describe, expect, it } from 'vitest';
import type { Analysis, AnalysisContext, Narrative } from '../../src/analyses/analysis.js';
import { content } from '../../src/analyses/content.js';
import { uniqueAnalyses } from '../../src/analyses/index.js';
import { judge } from '../../src/analyses/judge.js';
import { methods } from '../../src/analyses/methods.js';
import { platforms } from '../../src/analyses/platforms.js';
import { recommendations } from '../../src/analyses/recommendations.js';
import { strongest } from '../../src/analyses/summary/strongest.js';
import { summary } from '../../src/analyses/summary.js';
import { charts } from '../../src/charts/index.js';
import { FindingBook } from '../../src/domain/findingBook.js';
import { findingsIn, type Prose } from '../../src/domain/prose.js';
import { readerOfAnswers } from '../readerOfAnswers.js';
import { plantedColumns, toyContext } from './toyData.js';

const MINE: readonly Analysis[] = [summary, content, platforms, recommendations, methods];

async function bookOf(context: AnalysisContext): Promise<FindingBook> {
  const measured = await Promise.all(
    MINE.map(async (one) =>
      one.measure(
        await one.load(
          readerOfAnswers(() => []),
          context,
        ),
        context,
      ),
    ),
  );
  return new FindingBook(
    judge(measured.flatMap((part) => part.findings)),
    measured.flatMap((part) => part.tables),
  );
}

function prosesOf({ blocks, slides }: Narrative): readonly Prose[] {
  return [
    ...blocks.flatMap((block): readonly Prose[] => {
      if (block.kind === 'paragraph') return [block.text];
      if (block.kind === 'list') return block.items;
      if (block.kind !== 'recommendation') return [];
      const { action, opportunity, risk } = block.recommendation;
      return [action, opportunity, risk];
    }),
    ...slides.flatMap((slide) => [slide.title, ...slide.points, ...slide.notes]),
  ];
}

const plain = (text: Prose): string =>
  text.map((piece) => (typeof piece === 'string' ? piece : '')).join('');

const full = plantedColumns({ songs: 480, artists: 48, explicit: 1, genre: 8 });
const cases: Record<string, AnalysisContext> = {
  'planted songs': toyContext(full),
  'hardly any songs': toyContext(plantedColumns({ songs: 8, artists: 2 })),
  'no popularity': toyContext({
    ...full,
    observations: { streams: full.observations!['streams'] },
  }),
  'no streams': toyContext({
    ...full,
    observations: { popularity: full.observations!['popularity'] },
  }),
  'a single genre and artist': toyContext({
    ...full,
    categories: {
      ...full.categories,
      genre: full.ids.map(() => 'only'),
      artist: full.ids.map(() => 'Only'),
      artist_id: full.ids.map(() => 'only'),
    },
  }),
};

describe.each(Object.entries(cases))('sections over %s', (_, context) => {
  it('narrate only what was measured, and draw only what is there', async () => {
    const book = await bookOf(context);
    for (const analysis of MINE) {
      const narrative = analysis.narrate(book, context);
      for (const text of prosesOf(narrative)) {
        for (const id of findingsIn(text)) expect(book.hasFinding(id)).toBe(true);
        expect(plain(text)).not.toMatch(/undefined|NaN|null|\[object/);
      }
      for (const block of narrative.blocks) {
        if (block.kind === 'table') expect(book.hasTable(block.table)).toBe(true);
        if (block.kind === 'chart')
          expect(charts.some((chart) => chart.id === block.chart)).toBe(true);
      }
      const most = analysis.id === 'summary' ? 6 : 3;
      for (const slide of narrative.slides) expect(slide.points.length).toBeLessThanOrEqual(most);
    }
  });

  it('measure findings of their own section only', async () => {
    const book = await bookOf(context);
    const own = MINE.map(({ id }) => id);
    for (const { id, section } of book.findings) {
      expect(own).toContain(section);
      expect(id.startsWith(`${section}.`)).toBe(true);
    }
  });

  it('have intervals that hold their estimates', async () => {
    const book = await bookOf(context);
    for (const { estimate, ci, test } of book.findings) {
      if (estimate === null) continue;
      if (ci) expect(ci.low <= estimate && estimate <= ci.high).toBe(true);
      if (test) expect(test.p >= 0 && test.p <= 1).toBe(true);
    }
    for (const chart of charts) {
      const drawing = chart.build(book);
      if (drawing) expect(JSON.stringify(drawing.figure)).not.toContain('NaN');
    }
  });
});

describe('planted songs', () => {
  it('draws every chart of the sections, and the same again', async () => {
    const context = cases['planted songs'];
    const [one, two] = [await bookOf(context), await bookOf(context)];
    const drawn = charts.filter(
      (chart) => chart.section === 'content' && chart.build(one) !== null,
    );
    expect(drawn.length).toBeGreaterThanOrEqual(9);
    expect(JSON.stringify(one.findings)).toBe(JSON.stringify(two.findings));
    expect(JSON.stringify(one.tables)).toBe(JSON.stringify(two.tables));
  });

  it('ranks the summary by the interval and keeps it to three paragraphs', async () => {
    const context = cases['planted songs'];
    const book = await bookOf(context);
    const { blocks } = summary.narrate(book, context);
    expect(blocks.length).toBeGreaterThanOrEqual(2);
    expect(blocks.length).toBeLessThanOrEqual(3);
    expect(strongest(book).length).toBeGreaterThan(0);
    const words = blocks
      .map((block) => (block.kind === 'paragraph' ? plain(block.text) : ''))
      .join(' ');
    expect(words).not.toMatch(
      /p value|coefficient|cluster|regression|significan|confidence interval/i,
    );
  });
});

describe('the list of sections', () => {
  it('holds each section once', () => {
    expect(() => uniqueAnalyses([summary, summary])).toThrow('duplicate analysis "summary"');
  });
});
