import type { Finding } from '../../domain/finding.js';
import type { FindingBook } from '../../domain/findingBook.js';
import { constant, joinProse, listOf, name, prose, type Prose } from '../../domain/prose.js';
import type { Block, Slide } from '../../domain/section.js';
import type { AnalysisContext } from '../analysis.js';
import { findingDiffers } from '../adjusted/differs.js';
import { hypothesis } from '../hypotheses.js';
import {
  capitalised,
  comparedSentence,
  crudeSentence,
  matters,
  messageClause,
  resultSentence,
  strengthOf,
} from '../wording.js';

const STRONGEST = 4;

/** Two or three paragraphs: what was looked at, what stands out, what does not matter or is not settled. */
export function summaryBlocks(book: FindingBook, context: AnalysisContext): readonly Block[] {
  const paragraphs = [scope(context), standsOut(book), restOf(book)].filter(
    (text) => text.length > 0,
  );
  return paragraphs.map((text) => ({ kind: 'paragraph', text }));
}

/** Confirmatory findings that show a direction beyond the smallest effect of interest, strongest interval first. */
export function strongest(book: FindingBook): readonly Finding[] {
  return book.findings
    .filter((finding) => finding.kind === 'confirmatory' && matters(finding))
    .sort((a, b) => strengthOf(b) - strengthOf(a) || (a.id < b.id ? -1 : 1));
}

function scope(context: AnalysisContext): Prose {
  if (context.sources.length === 0) return [];
  const sources = context.sources.map(
    (stamp) => prose`${name(stamp.title)} (as of ${constant(context.asOf(stamp.source))})`,
  );
  const made =
    context.dataset === 'sample'
      ? prose` The data are synthetic: made to try the method, they say nothing about real music.`
      : [];
  return prose`This report asks what goes with success in streamed music: which genres and artists lead, what successful songs have in common, and how platforms differ. It rests on ${listOf(sources)}.${made} Every comparison was declared beforehand and made like for like, so that a difference between genres or years does not pass for a difference between songs.`;
}

function standsOut(book: FindingBook): Prose {
  const found = strongest(book).slice(0, STRONGEST);
  if (found.length === 0) {
    return prose`No comparison came out clear enough to act on with the data at hand.`;
  }
  return prose`Compared like for like, what stands out, strongest first: ${joinProse(found.map(resultSentence))} These are associations; each section says what it cannot rule out.`;
}

function restOf(book: FindingBook): Prose {
  return joinProse(
    [misleading(book), tooSmall(book), unsettled(book)].filter((text) => text.length > 0),
  );
}

/** The finding whose plain comparison would mislead most, in steps of what matters. */
function misleading(book: FindingBook): Prose {
  const named = strongest(book).slice(0, STRONGEST);
  const gap = (finding: Finding): number =>
    Math.abs((finding.crude?.estimate ?? 0) - (finding.estimate ?? 0)) /
    (finding.smallestEffect ?? 1);
  const [most] = book.findings
    .filter(
      (finding) =>
        finding.kind === 'confirmatory' &&
        !named.includes(finding) &&
        findingDiffers(finding) &&
        gap(finding) >= 1,
    )
    .sort((a, b) => gap(b) - gap(a) || (a.id < b.id ? -1 : 1));
  const crude = most && crudeSentence(most);
  if (!most || !crude) return [];
  return prose`One figure to be careful with: ${lowerFirst(comparedSentence(most))} ${crude}`;
}

function tooSmall(book: FindingBook): Prose {
  const topics = topicsOf(book, (finding) => finding.verdict === 'too-small');
  if (topics.length === 0) return [];
  return prose`Too small to matter, as far as these data show: ${listOf(topics)}.`;
}

function unsettled(book: FindingBook): Prose {
  const topics = topicsOf(book, (finding) => finding.verdict === 'inconclusive');
  if (topics.length === 0) return [];
  return prose`Not settled, and therefore no ground for decisions: ${listOf(topics)}.`;
}

function topicsOf(book: FindingBook, test: (finding: Finding) => boolean): readonly string[] {
  return book.findings
    .filter((finding) => finding.kind === 'confirmatory' && test(finding))
    .map((finding) => hypothesis(finding.hypothesis ?? finding.id).words.topic);
}

function lowerFirst(text: Prose): Prose {
  const [first, ...rest] = text;
  return typeof first === 'string'
    ? [first.charAt(0).toLowerCase() + first.slice(1), ...rest]
    : text;
}

/** One slide: the three strongest findings in a line each. */
export function summarySlides(book: FindingBook): readonly Slide[] {
  const found = strongest(book).slice(0, 3);
  if (found.length === 0) return [];
  return [
    {
      title: prose`What stands out`,
      points: found.map((finding) => capitalised(messageClause(finding))),
      notes: [
        prose`Ranked by how far the whole likely range lies from what is too small to matter.`,
        ...found.map(comparedSentence),
      ],
    },
  ];
}
