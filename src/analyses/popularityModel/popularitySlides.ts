import type { FindingBook } from '../../domain/findingBook.js';
import { name, number, prose, type Prose } from '../../domain/prose.js';
import type { Slide } from '../../domain/section.js';
import type { AnalysisContext } from '../analysis.js';
import { likelyRange } from '../likelyRange.js';
import { sourceSentence } from '../narration.js';
import { fairnessSentences } from './explainBlocks.js';
import { leadOf, type LeadRow } from './leads.js';
import { barSentence, isFlattering, testSentence } from './popularityBlocks.js';
import { importanceTitle, scoresTitle } from './popularityTitles.js';

/** Two slides: what can be predicted, and what the predictions rest on. */
export function popularitySlides(book: FindingBook, context: AnalysisContext): readonly Slide[] {
  const all = leadOf(book, 'all');
  if (!all) return [];
  const score = book.finding(all.r2Finding);
  return [
    {
      title: scoresTitle(book),
      chart: 'model-scores',
      points: scorePoints(book),
      notes: [
        testSentence(book),
        sourceSentence(score, context),
        ...(book.hasTable('models.bar') ? [barSentence(book)] : []),
      ].filter((text) => text.length > 0),
    },
    ...groundsSlide(book, all),
  ];
}

function scorePoints(book: FindingBook): readonly Prose[] {
  const range = (row: LeadRow): Prose =>
    prose`${number(row.r2Finding)}${likelyRange(book, row.r2Finding, '')}`;
  const baseline = leadOf(book, 'baseline');
  const artists = leadOf(book, 'all', 'artists');
  const naive = leadOf(book, 'all', 'rows');
  return [
    ...(artists ? [prose`For an artist nobody knows: R² ${range(artists)}`] : []),
    ...(baseline ? [prose`${name(baseline.modelTitle)}: ${range(baseline)}`] : []),
    ...(naive && isFlattering(book)
      ? [prose`Rows parted at random would have claimed ${number(naive.r2Finding)}`]
      : []),
  ];
}

function groundsSlide(book: FindingBook, all: LeadRow): readonly Slide[] {
  if (!book.hasTable('models.importance')) return [];
  return [
    {
      title: importanceTitle(book),
      chart: 'model-importance',
      points: [
        prose`A typical prediction is off by ${number(all.rmseFinding)}`,
        ...(book.measured('models.learning')
          ? [
              prose`Learning from all songs, not ${number('models.learning-share')} of them: ${number('models.learning', 'signed')} of R²`,
            ]
          : []),
      ],
      notes: [
        ...fairnessSentences(book),
        prose`What helps to predict popularity need not cause it.`,
      ],
    },
  ];
}
