import type { Finding } from '../../domain/finding.js';
import type { FindingBook } from '../../domain/findingBook.js';
import { joinProse, number, prose, type Prose } from '../../domain/prose.js';
import type { Block, Slide } from '../../domain/section.js';
import type { AnalysisContext } from '../analysis.js';
import { chartIf, findingParagraph, findingSlide, sourceBlocks } from '../narration.js';
import { LOYALTY, UPPER_HALF } from './loyalty.js';

const TYPICAL: Prose = prose`Typical plays per listener are a geometric mean over the listeners of an artist: a few very active ones hardly move it.`;

/** The question of reach and devotion, with what the cut of users' lists may have done to the answer. */
export function loyaltyBlocks(book: FindingBook, context: AnalysisContext): readonly Block[] {
  if (!book.hasFinding(LOYALTY)) return [];
  const finding = book.finding(LOYALTY);
  const answer = findingParagraph(finding);
  const isDrawn = book.hasTable(LOYALTY) && finding.estimate !== null;
  return [
    { kind: 'heading', text: 'Do widely heard artists hold their listeners?' },
    answer.kind === 'paragraph' && isDrawn
      ? { ...answer, text: joinProse([TYPICAL, answer.text]) }
      : answer,
    ...secondCut(book),
    ...sourceBlocks(finding, context),
    ...chartIf(isDrawn, 'artist-loyalty'),
  ];
}

/** What a second cut does to the figure, in words that follow where the new estimate lies. */
function secondCut(book: FindingBook): readonly Block[] {
  const [all, half] = [book.measured(LOYALTY), book.measured(UPPER_HALF)];
  if (!all || !half) return [];
  const text = prose`To see what such a cut does, every list was cut once more, to its more played half: the same comparison then gives ${number(half)} (likely range ${number(half, 'interval')}; exploratory). ${meaningOf(all, half)} What complete lists would show cannot be told from these data.`;
  return [{ kind: 'paragraph', text }];
}

function meaningOf({ ci }: Finding, { estimate }: Finding): string {
  if (ci === null || estimate === null) return '';
  if (estimate > ci.high)
    return 'Shorter lists give a larger figure, so part of it is likely to come from the cut.';
  if (estimate < ci.low)
    return 'Shorter lists give a smaller figure, so the cut is likely to hide part of the link.';
  return 'The figure stays within its likely range, so there is no sign that the cut makes it.';
}

/** One slide on reach and devotion, with the limit beside the claim. */
export function loyaltySlides(book: FindingBook, context: AnalysisContext): readonly Slide[] {
  const finding = book.measured(LOYALTY);
  const half = book.measured(UPPER_HALF);
  if (!finding) return [];
  const points = half
    ? [
        prose`With each list cut to its more played half: ${number(half)} (likely range ${number(half, 'interval')})`,
      ]
    : [];
  return findingSlide(finding, context, {
    chart: 'artist-loyalty',
    points: [
      ...points,
      prose`Lists may hold only what a user plays most, so the size is less sure than its range`,
    ],
  });
}
