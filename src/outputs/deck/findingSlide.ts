import type { FindingBook } from '../../domain/findingBook.js';
import { findingsIn } from '../../domain/prose.js';
import type { Slide } from '../../domain/section.js';
import type { Drawings } from '../drawings.js';
import { proseToPlain } from '../prose/index.js';
import type { Drawing } from '../../charts/chart.js';
import { fitSlide, type FittedSlide } from './fitSlide.js';
import { slideAlt } from './slideAlt.js';
import { bullets, type SlideMarkdown } from './slideMarkdown.js';
import { SLIDE } from './slideSizes.js';

/** Longest alternative text on a slide; the document holds the whole of it. */
const ALT_NAME_LIMIT = 40;

/** Points go under a picture that gains at least this much in size by it. */
const WORTH_MOVING = 1.04;

/** A slide of an analysis: its message, its chart where it was drawn, its points, and notes with their findings. */
export function findingSlide(
  slide: Slide,
  book: FindingBook,
  drawings: Drawings,
  figures: string,
): SlideMarkdown {
  const drawing = slide.chart === undefined ? undefined : drawings.get(slide.chart);
  const { layout, fitted } = chooseLayout(slide, drawing, book);
  const picture =
    drawing && slide.chart !== undefined
      ? [
          `![${slideAlt(proseToPlain(drawing.alt, book, ALT_NAME_LIMIT))}](${figures}/${slide.chart}.svg)`,
        ]
      : [];
  return {
    classes: [layout, fitted.size],
    body: [
      `## ${fitted.title}`,
      ...picture,
      ...(fitted.points.length > 0 ? [bullets(fitted.points)] : []),
    ],
    notes: notesOf(slide, book, fitted.left),
  };
}

interface Layout {
  /** Class of the theme. */
  readonly layout: 'text' | 'picture' | 'chart' | 'wide';
  readonly fitted: FittedSlide;
}

/** Points stand beside a chart; under it where it is shown larger then and everything has room. */
function chooseLayout(slide: Slide, drawing: Drawing | undefined, book: FindingBook): Layout {
  const { title, points } = slide;
  if (!drawing) {
    return {
      layout: 'text',
      fitted: fitSlide({ title, points, picture: { place: 'none' } }, book),
    };
  }
  const beside = fitSlide({ title, points, picture: { place: 'beside' } }, book);
  if (beside.points.length === 0) return { layout: 'picture', fitted: beside };
  const height = drawing.height * WORTH_MOVING * besideScale(drawing, beside.room);
  const above = fitSlide({ title, points, picture: { place: 'above', height } }, book);
  return above.left.length === 0 && above.size !== 'small'
    ? { layout: 'wide', fitted: above }
    : { layout: 'chart', fitted: beside };
}

/** How large a picture is shown that has its points beside it. */
function besideScale({ width, height }: Drawing, room: number): number {
  return Math.min(SLIDE.pictureWidth / width, room / height);
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
