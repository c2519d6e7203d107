import type { FindingBook } from '../../domain/findingBook.js';
import { listOf, number, prose, type Prose } from '../../domain/prose.js';
import type { Slide } from '../../domain/section.js';
import type { AnalysisContext } from '../analysis.js';
import { sourceTitle } from '../sourceTitle.js';

/** One slide on what the data are and one on what they lack. */
export function dataSlides(book: FindingBook, context: AnalysisContext): readonly Slide[] {
  if (!book.measured('data.count.songs')?.estimate) return [];
  return [...overlapSlide(book, context), ...missingSlide(book)];
}

function overlapSlide(book: FindingBook, context: AnalysisContext): readonly Slide[] {
  if (!book.hasTable('data.artist-joins')) return [];
  const sources = listOf(context.sources.map((stamp) => sourceTitle(stamp.source, context)));
  const isOne = context.sources.length === 1;
  return [
    {
      title: isOne
        ? prose`${number('data.count.songs')} by ${number('data.count.artists')} from one source`
        : prose`${number('data.count.songs')} by ${number('data.count.artists')}, from ${number('data.source-count')} sources that overlap only in part`,
      ...(isOne ? {} : { chart: 'join-coverage' }),
      points: [
        prose`${number('data.ledger.read')} records read, ${number('data.ledger.rejected')} refused, every one accounted for`,
        ...age(book),
      ],
      notes: [
        prose`The sources are ${sources}.`,
        prose`None is a random sample of all music; each slide names what its figures are a sample of.`,
      ],
    },
  ];
}

function age(book: FindingBook): readonly Prose[] {
  const span = book.measured('data.age-span');
  if (!span || span.estimate <= 1) return [];
  return [prose`They are ${number(span)} apart in time, and never averaged`];
}

function missingSlide(book: FindingBook): readonly Slide[] {
  if (!book.hasTable('data.missing')) return [];
  const without = book.measured('data.without-artist');
  const points: Prose[] = [];
  if (without && without.estimate > 0) {
    points.push(prose`${number(without)} have no artist and stay out of what needs one`);
  }
  if (book.measured('data.repeated-works-share')) {
    points.push(
      prose`${number('data.repeated-works-share')} of the songs are versions of another song in the data`,
    );
  }
  return [
    {
      title: prose`No source has every field, so each question uses the one that can answer it`,
      chart: 'missing-values',
      points,
      notes: [
        prose`A dash is a field that the source does not have; the small shares are the real gaps.`,
      ],
    },
  ];
}
