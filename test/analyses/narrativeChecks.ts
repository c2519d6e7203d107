import { expect } from 'vitest';
import type { Analysis, AnalysisContext, Narrative, Reader } from '../../src/analyses/analysis.js';
import { judge } from '../../src/analyses/judge.js';
import { charts } from '../../src/charts/index.js';
import { FindingBook } from '../../src/domain/findingBook.js';
import { findingsIn, type Prose } from '../../src/domain/prose.js';
import { readerOfAnswers } from '../readerOfAnswers.js';

/** Answers queries by id from hand-made rows; a query without rows gets none. */
export function answers(rows: Readonly<Record<string, readonly object[]>>): Reader {
  return readerOfAnswers((query) => rows[query.id] ?? []);
}

/** Measures and judges one section. */
export async function bookOf(
  analysis: Analysis,
  reader: Reader,
  context: AnalysisContext,
): Promise<FindingBook> {
  const { findings, tables } = analysis.measure(await analysis.load(reader, context), context);
  return new FindingBook(judge(findings), tables);
}

/** All running text of a narrative. */
export function prosesOf({ blocks, slides }: Narrative): readonly Prose[] {
  return [
    ...blocks.flatMap((block): readonly Prose[] =>
      block.kind === 'paragraph' ? [block.text] : block.kind === 'list' ? block.items : [],
    ),
    ...slides.flatMap((slide) => [slide.title, ...slide.points, ...slide.notes]),
  ];
}

/** Words, names and constants of a text, with a mark for every number. */
export function wordsOf(text: Prose): string {
  return text
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if (piece.kind === 'number') return '#';
      return piece.kind === 'strong' ? wordsOf(piece.pieces) : piece.text;
    })
    .join('');
}

/** The whole narrative as words. */
export function textOf(narrative: Narrative): string {
  return prosesOf(narrative).map(wordsOf).join('\n');
}

/** What must hold of every narrative: it speaks and draws only what was measured, in whole sentences. */
export function expectSoundNarrative(
  analysis: Analysis,
  book: FindingBook,
  context: AnalysisContext,
): Narrative {
  const narrative = analysis.narrate(book, context);
  for (const text of prosesOf(narrative)) {
    for (const piece of text) {
      if (typeof piece === 'string' || piece.kind !== 'number' || piece.part !== 'interval')
        continue;
      expect(book.finding(piece.finding).ci, `${piece.finding} has no interval`).not.toBeNull();
    }
    for (const id of findingsIn(text)) expect(book.measured(id), id).not.toBeNull();
    expect(wordsOf(text)).not.toMatch(/undefined|NaN|null|\[object| {2}|\(\)| ,| \.|“”/);
  }
  const drawn = [
    ...narrative.blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : [])),
    ...narrative.slides.flatMap((slide) => slide.chart ?? []),
  ];
  for (const id of drawn) {
    const chart = charts.find((one) => one.id === id);
    expect(chart, id).toBeDefined();
    expect(chart?.build(book), `${id} has nothing to draw`).not.toBeNull();
  }
  for (const block of narrative.blocks) {
    if (block.kind === 'table') expect(book.hasTable(block.table), block.table).toBe(true);
  }
  for (const finding of book.findings) {
    if (finding.estimate === null) expect(finding.note, finding.id).not.toBeNull();
    if (finding.ci && finding.estimate !== null) {
      expect(finding.ci.low, finding.id).toBeLessThanOrEqual(finding.estimate + 1e-9);
      expect(finding.ci.high, finding.id).toBeGreaterThanOrEqual(finding.estimate - 1e-9);
    }
  }
  return narrative;
}
