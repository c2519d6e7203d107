import { describe, expect, it } from 'vitest';
import { hypotheses } from '../../src/analyses/hypotheses.js';
import { keyPoints } from '../../src/analyses/summary/keyPoints.js';
import { misleading, strongest } from '../../src/analyses/summary/strongest.js';
import { summaryBlocks } from '../../src/analyses/summary/summaryText.js';
import { makeFinding } from '../../src/analyses/makeFinding.js';
import type { Finding } from '../../src/domain/finding.js';
import { FindingBook } from '../../src/domain/findingBook.js';
import type { DataTable } from '../../src/domain/table.js';
import { proseToPlain } from '../../src/outputs/prose/index.js';
import { judgedFinding, toyContext } from './toyData.js';

const table = (id: string, column: string, names: readonly string[]): DataTable => ({
  id,
  title: id,
  grain: 'One row each',
  queries: [],
  sources: ['sample'],
  columns: [{ id: column, title: column, unit: 'text' }],
  rows: names.map((one) => [one]),
});

const plain = { n: 500, nUnit: 'songs', queries: [], sources: ['sample'] } as const;
const ci = (low: number, high: number) => ({ low, high, level: 0.95 });

const views = { section: 'platforms', unit: 'percent', smallestEffect: 10 } as const;
const content: readonly Finding[] = [
  judgedFinding('platforms.official', 'supported', [500, 700], views),
  judgedFinding('platforms.playlists', 'supported', [40, 50], { section: 'platforms' }),
  judgedFinding('content.featuring', 'supported', [6, 8]),
  judgedFinding('content.explicit', 'supported', [1, 3], { crude: { estimate: 11, ci: null } }),
  judgedFinding('content.audio_tempo', 'too-small', [-0.2, 0.2], { smallestEffect: 1 }),
  judgedFinding('content.friday', 'inconclusive', [-1, 4]),
];

const others: readonly Finding[] = [
  ...(['pop', 'edm'] as const).flatMap((genre, i) => [
    makeFinding({
      ...plain,
      id: `genres.popularity.sample.${genre}`,
      section: 'genres',
      label: genre,
      unit: 'points',
      estimate: 50 - 20 * i,
      ci: ci(48 - 20 * i, 52 - 20 * i),
    }),
    makeFinding({
      ...plain,
      id: `genres.lead.sample.${genre}`,
      section: 'genres',
      label: genre,
      unit: 'points',
      smallestEffect: 2,
      estimate: 10 - 20 * i,
      ci: ci(8 - 20 * i, 12 - 20 * i),
    }),
    makeFinding({
      ...plain,
      id: `genres.growth.${genre}`,
      section: 'genres',
      label: genre,
      unit: 'percentage-points-per-year',
      smallestEffect: 0.1,
      estimate: 1.5 - 3 * i,
      ci: ci(1 - 3 * i, 2 - 3 * i),
    }),
  ]),
  // The highest mean, and yet not clearly above the others once years are alike: named nowhere.
  makeFinding({
    ...plain,
    id: 'genres.popularity.sample.jazz',
    section: 'genres',
    label: 'jazz',
    unit: 'points',
    estimate: 60,
    ci: ci(50, 70),
  }),
  makeFinding({
    ...plain,
    id: 'genres.lead.sample.jazz',
    section: 'genres',
    label: 'jazz',
    unit: 'points',
    smallestEffect: 2,
    estimate: 4,
    ci: ci(-1, 9),
  }),
  ...(['plays', 'streams'] as const).map((metric) =>
    makeFinding({
      ...plain,
      id: `artists.top.${metric}`,
      section: 'artists',
      label: metric,
      unit: metric,
      estimate: 1234,
    }),
  ),
];

const tables = [
  table('genres.popularity.sample', 'genre', ['jazz', 'pop', 'edm']),
  table('genres.growth', 'genre', ['pop', 'edm']),
  table('artists.top.plays', 'artist', ['Ann']),
  table('artists.top.streams', 'artist', ['Ben']),
];

const context = toyContext({ ids: [], numbers: {}, categories: {}, observations: {} });
const full = new FindingBook([...content, ...others], tables);
const points = (book: FindingBook): readonly string[] =>
  keyPoints(book).map((text) => proseToPlain(text, book));

describe('strongest', () => {
  it('puts findings whose limit could be all of the difference after the others, however strong', () => {
    expect(strongest(full).map(({ id }) => id)).toEqual([
      'content.featuring',
      'platforms.official',
      'platforms.playlists',
    ]);
    for (const one of hypotheses) if (one.limitCouldBeAll) expect(one.limit).toMatch(/\.$/);
  });

  it('finds the plain comparison that misleads', () => {
    expect(misleading(full).map(({ id }) => id)).toEqual(['content.explicit']);
  });
});

describe('keyPoints', () => {
  it('take a line from each part of the report', () => {
    expect(points(full)).toEqual([
      'Songs that name a guest artist score 7.0 points higher in popularity than songs without one',
      'Songs found with an official video have about 7.0 times as many views as songs found with another upload',
      'Songs of pop are more popular than other songs, those of edm less (pop 50.0 points, edm 30.0 points on average)',
      'Among newer songs pop takes a growing share, edm a shrinking one (pop +1.5 percentage points per year)',
      'Who leads among artists depends on the measure: Ann with 1,234 plays and Ben with 1,234 streams',
      'Like for like, songs with explicit lyrics differ by 2.0 points, not 11.0 points',
    ]);
  });

  it('fill up with the next strongest where parts were not measured', () => {
    expect(points(new FindingBook(content, []))).toEqual([
      'Songs that name a guest artist score 7.0 points higher in popularity than songs without one',
      'Songs found with an official video have about 7.0 times as many views as songs found with another upload',
      'Songs on twice as many playlists score 45 points higher in popularity than others',
      'Like for like, songs with explicit lyrics differ by 2.0 points, not 11.0 points',
    ]);
    expect(points(new FindingBook([], []))).toEqual([]);
  });
});

describe('summaryBlocks', () => {
  const said = (book: FindingBook): string =>
    summaryBlocks(book, context)
      .map((block) => (block.kind === 'paragraph' ? proseToPlain(block.text, book) : ''))
      .join('\n');

  it('speaks of every part in three paragraphs', () => {
    const text = said(full);
    expect(text.split('\n')).toHaveLength(3);
    for (const part of ['pop', 'Ann', 'official video', 'guest', 'explicit lyrics', 'tempo'])
      expect(text).toContain(part);
    expect(text).toContain('They may run the other way');
    expect(text).toContain('Not settled, and therefore no ground for decisions: a Friday release.');
    expect(text).toContain('First, where a guest fits');
    expect(text).not.toMatch(/p value|coefficient|cluster|correlation|significan/i);
  });

  it('names few numbers a paragraph, and writes no long sentence', () => {
    for (const paragraph of said(full).split('\n')) {
      const numbers = paragraph.replace(/\(likely range[^)]*\)/g, '').match(/\d[\d,.]*/g) ?? [];
      // the two ends of the scale of popularity stand beside the results
      expect(numbers.length, paragraph).toBeLessThanOrEqual(5);
      for (const sentence of paragraph.split(/(?<=[.:]) /)) {
        expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(36);
      }
    }
  });

  it('says no more than was measured', () => {
    expect(said(new FindingBook([], []))).toContain('No comparison came out clear enough');
  });
});
