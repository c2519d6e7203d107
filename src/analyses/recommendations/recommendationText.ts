import { prose, strong, type Prose } from '../../domain/prose.js';
import type { FindingBook } from '../../domain/findingBook.js';
import type { Block, Recommendation, Slide } from '../../domain/section.js';
import { capitalised, messageClause } from '../wording.js';

const INTRODUCTION: Prose = prose`Each recommendation rests on findings of this report whose verdict carries it; advice that would rest on an inconclusive result is not printed. All findings are associations in existing data: treat the size as what to expect at best, and try a change on a few songs before making it a rule.`;

const NONE: Prose = prose`No finding of this report is clear enough to carry advice.`;

/** The recommendations as blocks, or a plain statement that there are none. */
export function recommendationBlocks(list: readonly Recommendation[]): readonly Block[] {
  if (list.length === 0) return [{ kind: 'paragraph', text: NONE }];
  return [
    { kind: 'paragraph', text: INTRODUCTION },
    ...list.map((recommendation): Block => ({ kind: 'recommendation', recommendation })),
  ];
}

const PER_SLIDE = 3;
const MOST_SLIDES = 2;

/** The action and, where it rests on a single finding, how large that is. */
function pointOf({ action, restsOn }: Recommendation, book: FindingBook): Prose {
  const [only, ...others] = restsOn;
  if (only === undefined || others.length > 0 || !book.hasFinding(only)) return action;
  return prose`${strong(action)} ${capitalised(messageClause(book.finding(only)))}.`;
}

/** Up to two slides of three actions each with their sizes, and with risks in the notes. */
export function recommendationSlides(
  list: readonly Recommendation[],
  book: FindingBook,
): readonly Slide[] {
  const slides: Slide[] = [];
  for (let from = 0; from < list.length && slides.length < MOST_SLIDES; from += PER_SLIDE) {
    const shown = list.slice(from, from + PER_SLIDE);
    slides.push({
      title: from === 0 ? prose`What to do first` : prose`What to do next`,
      points: shown.map((one) => pointOf(one, book)),
      notes: shown.flatMap((one) => [
        one.opportunity,
        prose`Risk: ${one.risk}`,
        ...one.restsOn
          .filter((id) => book.hasFinding(id))
          .map((id) => prose`Rests on: ${book.finding(id).label}.`),
      ]),
    });
  }
  return slides;
}
