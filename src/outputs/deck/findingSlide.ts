import type { FindingBook } from '../../domain/findingBook.js';
import { findingsIn } from '../../domain/prose.js';
import type { Slide } from '../../domain/section.js';
import type { Drawings } from '../drawings.js';
import { proseToPlain } from '../prose/index.js';
import { fitSlide } from './fitSlide.js';
import { slideAlt } from './slideAlt.js';
import { bullets, type SlideMarkdown } from './slideMarkdown.js';

/** Longest alternative text on a slide; the document holds the whole of it. */
const ALT_NAME_LIMIT = 40;

/** A slide of an analysis: its message, its chart where it was drawn, its points, and notes with their findings. */
export function findingSlide(
  slide: Slide,
  book: FindingBook,
  drawings: Drawings,
  figures: string,
): SlideMarkdown {
  const drawing = slide.chart === undefined ? undefined : drawings.get(slide.chart);
  const fitted = fitSlide(
    { title: slide.title, points: slide.points, hasPicture: drawing !== undefined },
    book,
  );
  const picture =
    drawing && slide.chart !== undefined
      ? [
          `![${slideAlt(proseToPlain(drawing.alt, book, ALT_NAME_LIMIT))}](${figures}/${slide.chart}.svg)`,
        ]
      : [];
  return {
    classes: [layoutOf(drawing !== undefined, fitted.points.length > 0), fitted.size],
    body: [
      `## ${fitted.title}`,
      ...picture,
      ...(fitted.points.length > 0 ? [bullets(fitted.points)] : []),
    ],
    notes: notesOf(slide, book, fitted.left),
  };
}

function layoutOf(hasPicture: boolean, hasPoints: boolean): string {
  if (!hasPicture) return 'text';
  return hasPoints ? 'chart' : 'picture';
}

function notesOf(slide: Slide, book: FindingBook, left: readonly string[]): string[] {
  const ids = new Set([slide.title, ...slide.points, ...slide.notes].flatMap(findingsIn));
  return [
    ...slide.notes.map((note) => proseToPlain(note, book)),
    ...(left.length === 0 ? [] : [`Not on the slide: ${left.join('; ')}`]),
    ...(ids.size === 0
      ? []
      : [`Findings: ${[...ids].join(', ')} (see the appendix of INSIGHTS.md)`]),
  ];
}
