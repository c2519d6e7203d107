import { beforeAll, describe, expect, it } from 'vitest';
import { similar } from '../../src/analyses/similar.js';
import { measureSimilar } from '../../src/analyses/similar/measureSimilar.js';
import { similarTitle } from '../../src/analyses/similar/similarTitle.js';
import { similarMethods } from '../../src/charts/similarMethods.js';
import { FindingBook } from '../../src/domain/findingBook.js';
import { findingsIn } from '../../src/domain/prose.js';
import type { RecommenderResult } from '../../src/models/recommend/recommenderResult.js';
import {
  judgeRecommenders,
  recommenderStudy,
} from '../../src/models/recommend/recommenderStudy.js';
import { proseToPlain } from '../../src/outputs/prose/index.js';
import { toyArtists } from '../models/recommend/toyArtists.js';
import { readerOfAnswers } from '../readerOfAnswers.js';
import { toyContext } from './toyData.js';

const context = toyContext({ ids: [], numbers: {}, categories: {}, observations: {} }, 'toy');
let result: RecommenderResult;

function bookOf(of: RecommenderResult): FindingBook {
  const { findings, tables } = measureSimilar(of, context);
  return new FindingBook(findings, tables);
}

/** The result with another difference between the hybrid and EASE. */
function withDifference(low: number | null, high: number | null): RecommenderResult {
  const methods = result.methods.map((method) =>
    method.id === 'hybrid'
      ? { ...method, difference: { estimate: ((low ?? 0) + (high ?? 0)) / 2, low, high } }
      : method,
  );
  return { ...result, methods };
}

beforeAll(() => {
  result = judgeRecommenders(toyArtists(), { seed: 1 });
});

describe('the section on similar artists', () => {
  it('takes its numbers from the study', async () => {
    const asked = await similar.load(
      readerOfAnswers(() => []),
      {
        ...context,
        study: (study) => {
          expect(study).toBe(recommenderStudy);
          return Promise.resolve(study.schema.parse(result));
        },
      },
    );
    expect(similar.measure(asked, context).findings.length).toBeGreaterThan(30);
  });

  it('narrates only what was measured, and fills its tables', () => {
    const book = bookOf(result);
    const { blocks, slides } = similar.narrate(book, context);
    const texts = [
      ...blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])),
      ...slides.flatMap(({ title, points, notes }) => [title, ...points, ...notes]),
    ];
    for (const text of texts) {
      for (const id of findingsIn(text)) expect(book.hasFinding(id)).toBe(true);
      expect(proseToPlain(text, book)).not.toMatch(/undefined|NaN|null/);
    }
    for (const block of blocks) {
      if (block.kind === 'table') expect(book.table(block.table).rows.length).toBeGreaterThan(5);
    }
    expect(slides).toHaveLength(1);
  });

  it.each([
    [0.01, 0.03, 'help to find', 'more, beyond chance'],
    [-0.03, -0.01, 'says more alone', 'less, beyond chance'],
    [-0.01, 0.03, 'do not settle', 'no clear difference'],
    [null, null, 'do not settle', 'no clear difference'],
  ])('lets its words follow the interval %s to %s', (low, high, title, sentence) => {
    const book = bookOf(withDifference(low, high));
    expect(proseToPlain(similarTitle(book), book)).toContain(title);
    const text = similar
      .narrate(book, context)
      .blocks.map((block) => (block.kind === 'paragraph' ? proseToPlain(block.text, book) : ''))
      .join(' ');
    expect(text).toContain(sentence);
    const drawing = similarMethods.build(book);
    expect(proseToPlain(drawing!.title, book)).toContain(title);
  });

  it('says so where there are too few listeners', () => {
    const few = judgeRecommenders(toyArtists({ users: 5 }), { seed: 1 });
    const book = bookOf(few);
    const { blocks, slides } = similar.narrate(book, context);
    expect(slides).toEqual([]);
    expect(JSON.stringify(blocks)).toContain('not enough data: n = ');
    expect(similarMethods.build(book)).toBeNull();
  });
});
