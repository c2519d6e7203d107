import type { FindingBook } from '../../domain/findingBook.js';
import { number, prose } from '../../domain/prose.js';
import type { Slide } from '../../domain/section.js';
import type { AnalysisContext } from '../analysis.js';
import { likelyRange } from '../likelyRange.js';
import { sourceSentence } from '../narration.js';
import { similarTitle } from './similarTitle.js';

/** One slide: the methods side by side. */
export function similarSlides(book: FindingBook, context: AnalysisContext): readonly Slide[] {
  const score = book.measured('similar.ndcg.hybrid');
  if (!score) return [];
  const difference = 'similar.difference.hybrid';
  return [
    {
      title: similarTitle(book),
      chart: 'similar-methods',
      points: [
        prose`With tags, playlists and sound: ${number(score)}${likelyRange(book, score, 'range')} of the best possible ranking`,
        prose`Against listening alone (EASE): ${number(difference, 'signed')}${likelyRange(book, difference)}`,
        prose`Lists reach ${number('similar.coverage.hybrid')} of the artists, those of EASE ${number('similar.coverage.ease')}`,
      ],
      notes: [
        prose`A fifth of what each listener plays was kept back and looked for in lists of ten. Tags that would give a kept-back pair away were left out.`,
        sourceSentence(score, context),
        prose`Known tastes were completed; whether new artists would please was not asked.`,
      ],
    },
  ];
}
