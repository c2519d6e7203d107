import type { FindingBook } from '../../domain/findingBook.js';
import type { Prose } from '../../domain/prose.js';
import { escapeSlide, proseToSlide, proseToPlain, truncate } from '../prose/index.js';
import { countLines } from './measureText.js';
import {
  COLUMN_GAP,
  PICTURE_GAP,
  SLIDE,
  TEXT_SIZES,
  UNDER_GAP,
  type TextSize,
} from './slideSizes.js';

/** What has to fit on one slide. */
export interface SlideText {
  readonly title: Prose;
  readonly points: readonly Prose[];
  readonly picture: PictureRoom;
}

/** Where the slide's picture stands: nowhere, beside the points, or above them with a least height in pixels. */
export type PictureRoom =
  | { readonly place: 'none' }
  | { readonly place: 'beside' }
  | { readonly place: 'above'; readonly height: number };

/** A slide's texts as Markdown, in a size in which they fit. */
export interface FittedSlide {
  readonly title: string;
  readonly points: readonly string[];
  readonly size: TextSize['name'];
  /** Plain text of the points that found no room; the notes take them. */
  readonly left: readonly string[];
  /** Pixels of height that the title leaves. */
  readonly room: number;
}

/** A name may take this many characters of a slide, or fewer where the slide is full. */
const NAME_LIMITS = [120, 40, 24] as const;
const SHORTEST_NAME = 24;
const MAX_TITLE_LINES = 3;

/**
 * Finds the largest text size in which title and points fit, shortens names where even the smallest is too large, and then
 * leaves out points from the end. A title is cut only as the last resort.
 */
export function fitSlide(slide: SlideText, book: FindingBook): FittedSlide {
  for (const limit of NAME_LIMITS) {
    const text = plainTexts(slide, book, limit);
    const size = TEXT_SIZES.find((candidate) => fits(text, slide.picture, candidate));
    if (size) {
      return {
        title: proseToSlide(slide.title, book, limit),
        points: slide.points.map((point) => proseToSlide(point, book, limit)),
        size: size.name,
        left: [],
        room: roomUnder(text.title, size),
      };
    }
  }
  return cutSlide(slide, book);
}

interface PlainTexts {
  readonly title: string;
  readonly points: readonly string[];
}

function plainTexts({ title, points }: SlideText, book: FindingBook, limit: number): PlainTexts {
  return {
    title: proseToPlain(title, book, limit),
    points: points.map((point) => proseToPlain(point, book, limit)),
  };
}

function fits({ title, points }: PlainTexts, picture: PictureRoom, size: TextSize): boolean {
  const room = roomUnder(title, size);
  const needed = points.reduce((sum, point) => sum + pointHeight(point, picture, size), 0);
  if (titleLines(title, size) > MAX_TITLE_LINES) return false;
  if (picture.place === 'above') return needed + picture.height + PICTURE_GAP <= room;
  return needed <= room && (picture.place === 'none' || room >= SLIDE.pictureHeight);
}

function titleLines(title: string, size: TextSize): number {
  return countLines(title, SLIDE.titleWidth, size.title, 'bold');
}

function roomUnder(title: string, size: TextSize): number {
  return SLIDE.height - titleLines(title, size) * size.title * SLIDE.titleLine;
}

function pointHeight(point: string, picture: PictureRoom, size: TextSize): number {
  const { width, font, gap } = pointStyle(picture, size);
  return countLines(point, width, font) * font * SLIDE.pointLine + gap;
}

function pointStyle(
  picture: PictureRoom,
  size: TextSize,
): { readonly width: number; readonly font: number; readonly gap: number } {
  switch (picture.place) {
    case 'none':
      return { width: SLIDE.pointsWidth, font: size.points, gap: size.gap };
    case 'beside':
      return { width: SLIDE.columnWidth, font: size.column, gap: COLUMN_GAP };
    case 'above':
      return { width: SLIDE.pointsWidth, font: size.under, gap: UNDER_GAP };
  }
}

/** The smallest size, with as many of the first points as fit. */
function cutSlide(slide: SlideText, book: FindingBook): FittedSlide {
  const size = TEXT_SIZES[TEXT_SIZES.length - 1];
  const text = plainTexts(slide, book, SHORTEST_NAME);
  const title = cutTitle(text.title, size);
  let kept = text.points.length;
  while (kept > 0 && !fits({ title, points: text.points.slice(0, kept) }, slide.picture, size)) {
    kept -= 1;
  }
  return {
    title:
      title === text.title ? proseToSlide(slide.title, book, SHORTEST_NAME) : escapeSlide(title),
    points: slide.points.slice(0, kept).map((point) => proseToSlide(point, book, SHORTEST_NAME)),
    size: size.name,
    left: text.points.slice(kept),
    room: roomUnder(title, size),
  };
}

function cutTitle(title: string, size: TextSize): string {
  let limit = [...title].length;
  let cut = title;
  while (limit > 20 && titleLines(cut, size) > MAX_TITLE_LINES) {
    limit -= 10;
    cut = truncate(title, limit);
  }
  return cut;
}
