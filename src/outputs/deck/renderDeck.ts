import { FindingBook } from '../../domain/findingBook.js';
import type { SectionId } from '../../domain/finding.js';
import type { Report, Slide } from '../../domain/section.js';
import type { Drawings } from '../drawings.js';
import { reportTitle } from '../reportTitle.js';
import { SYNTHETIC_LABEL } from '../syntheticNotice.js';
import { findingSlide } from './findingSlide.js';
import {
  architectureSlide,
  closingSlide,
  dataSlide,
  futureSlide,
  limitsSlide,
  methodSlide,
  questionSlide,
  technologySlide,
  titleSlide,
} from './fixedSlides.js';
import { recommendationSlides } from './recommendationSlides.js';
import { slideMarkdown, type SlideMarkdown } from './slideMarkdown.js';

export interface DeckOptions {
  /** Folder of the figures as seen from the deck, without a slash at its end. */
  readonly figures: string;
}

/** Name of the deck's own theme. */
export const THEME = 'liner-notes';

/** Sections whose slides have a place of their own; the slides of all others stand between, in the order of the report. */
const PLACED: readonly SectionId[] = ['summary', 'recommendations', 'methods'];

/**
 * The slide deck in Marp's Markdown: question, data, how it was made, one finding per slide, recommendations, method,
 * limits, outlook. Texts are fitted to the slide; what finds no room stands in the speaker notes.
 *
 * @param drawings the report's charts; a slide whose chart was not drawn shows its points alone
 * @returns Markdown that ends with a line end
 */
export function renderDeck(
  report: Report,
  drawings: Drawings,
  { figures }: DeckOptions = { figures: '../reports/figures' },
): string {
  const book = new FindingBook(report.findings, report.tables);
  const render = (slide: Slide): SlideMarkdown => findingSlide(slide, book, drawings, figures);
  const slidesOf = (id: SectionId): readonly Slide[] =>
    report.sections.find((section) => section.id === id)?.slides ?? [];
  const methods = slidesOf('methods').map(render);
  const advice = report.sections.find(({ id }) => id === 'recommendations');
  const slides: SlideMarkdown[] = [
    titleSlide(report),
    questionSlide(),
    ...slidesOf('summary').map(render),
    dataSlide(report),
    architectureSlide(figures),
    ...report.sections
      .filter(({ id }) => !PLACED.includes(id))
      .flatMap((section) => section.slides.map(render)),
    ...recommendationSlides(advice).map(render),
    ...(methods.length > 0 ? methods : [methodSlide(report), limitsSlide(report)]),
    futureSlide(),
    technologySlide(),
    closingSlide(report),
  ];
  return `${[frontMatter(report), ...slides.map(slideMarkdown)].join('\n\n---\n\n')}\n`;
}

function frontMatter(report: Report): string {
  const { dataset, asOf } = report.provenance;
  const footer =
    dataset === 'sample' ? `${SYNTHETIC_LABEL}, not real music` : `Liner Notes, data as of ${asOf}`;
  return [
    '---',
    'marp: true',
    `theme: ${THEME}`,
    'size: 16:9',
    'lang: en',
    'paginate: true',
    `title: ${JSON.stringify(reportTitle(report))}`,
    `footer: ${JSON.stringify(footer)}`,
    ...(dataset === 'sample' ? ['class: synthetic'] : []),
  ].join('\n');
}
