import type { Finding } from '../../domain/finding.js';
import type { FindingBook } from '../../domain/findingBook.js';
import {
  constant,
  joinProse,
  listOf,
  name,
  number,
  prose,
  strong,
  type Prose,
} from '../../domain/prose.js';
import type { Block, Slide } from '../../domain/section.js';
import { whyOf } from '../adjusted/whyCrudeDiffers.js';
import type { AnalysisContext } from '../analysis.js';
import { growthTitle, movingGenres, popularityTitle } from '../genres/genreTitles.js';
import { popularitySources } from '../genres/popularitySources.js';
import { hypothesis } from '../hypotheses.js';
import { advice } from '../recommendations/advice.js';
import {
  capitalised,
  comparedSentence,
  matters,
  messageClause,
  misleadsClause,
  resultSentence,
  showsDirection,
} from '../wording.js';
import { keyPoints } from './keyPoints.js';
import { isPopularityRanked, leadersSentence } from './leaders.js';
import { isDoubtful, misleading, strongest } from './strongest.js';

/** Results told in the summary; the sections tell the rest. */
const STRONGEST = 3;
/** Topics named where a sentence lists some. */
const NAMED = 2;
const ORDER = ['First', 'Second'] as const;

/** Three paragraphs: who leads, what goes with success, what to be careful with and what to do. */
export function summaryBlocks(book: FindingBook, context: AnalysisContext): readonly Block[] {
  const paragraphs = [
    titled('What leads.', [scope(book, context), ...whatLeads(book)]),
    titled('What goes with success.', standsOut(book)),
    titled('What to be careful with, and what to do first.', [
      trap(book),
      doubtful(book),
      small(book),
      unsettled(book),
      action(book),
    ]),
  ];
  return paragraphs
    .filter((text) => text.length > 0)
    .map((text) => ({ kind: 'paragraph' as const, text }));
}

/** Sentences behind an emphasised opening; nothing where there are none. */
function titled(opening: string, sentences: readonly Prose[]): Prose {
  const said = sentences.filter((text) => text.length > 0);
  return said.length === 0 ? [] : joinProse([[strong(opening)], ...said]);
}

function scope(book: FindingBook, context: AnalysisContext): Prose {
  const synthetic =
    context.dataset === 'sample'
      ? prose`The data are synthetic: made to try the method, they say nothing about real music.`
      : [];
  const counts =
    book.measured('data.count.songs') && book.measured('data.count.artists')
      ? prose`This report looks at ${number('data.count.songs')} by ${number('data.count.artists')}.`
      : [];
  return joinProse([synthetic, counts].filter((text) => text.length > 0));
}

function whatLeads(book: FindingBook): readonly Prose[] {
  const [source] = popularitySources(book);
  const isRanked = source !== undefined && isPopularityRanked(book, source);
  return [
    isRanked ? prose`${popularityTitle(book, source)}.` : [],
    movingGenres(book).length === 0 ? [] : prose`${growthTitle(book)}.`,
    leadersSentence(book),
  ];
}

const POPULARITY: Prose = prose`Popularity is the platform’s own score, from ${constant('0')} to ${constant('100')} points.`;

function standsOut(book: FindingBook): readonly Prose[] {
  // Genres have their sentence in the first paragraph.
  const found = strongest(book)
    .filter((finding) => finding.section !== 'genres' && !isDoubtful(finding))
    .slice(0, STRONGEST);
  if (found.length === 0) {
    return [prose`No comparison came out clear enough to act on with the data at hand.`];
  }
  const isScored = found.some(({ unit }) => unit === 'points');
  return [
    prose`Every comparison was declared beforehand and made like for like, for example among songs of the same genre and year.`,
    isScored ? POPULARITY : [],
    ...found.map(summarised),
    prose`All of this says what goes together, not what brings about what.`,
  ];
}

/** The result with its likely range and the first limit, but without the measure of agreement, which only specialists read. */
function summarised(finding: Finding): Prose {
  const result =
    finding.unit === 'correlation'
      ? prose`${capitalised(messageClause(finding))}.`
      : resultSentence(finding);
  const { limit } = hypothesis(finding.hypothesis ?? finding.id);
  const [first] = limit?.split(/(?<=\.) /) ?? [];
  return first === undefined ? result : prose`${result} ${name(first)}`;
}

/** The plain comparison that misleads most, and others that do. */
function trap(book: FindingBook): Prose {
  const [most, ...others] = misleading(book);
  const clause = most && misleadsClause(most);
  if (!most || !clause) return [];
  const { high } = hypothesis(most.hypothesis ?? most.id).words;
  const why = whyOf(most);
  const reason = why === null ? prose`.` : prose`, because ${name(asThey(why, high))}`;
  const caution =
    showsDirection(most) && !matters(most) ? prose` Even that may be too little to matter.` : [];
  const rest =
    others.length === 0
      ? []
      : prose` Plain comparisons also mislead on ${someOf(others.map(topicOf))}.`;
  return prose`${capitalised(clause)}${reason}${caution}${rest}`;
}

/** A clause about songs that were just named, which need not be named again. */
function asThey(clause: string, subject: string): string {
  return clause.startsWith(`${subject} `) ? `they${clause.slice(subject.length)}` : clause;
}

/** Strong findings whose limit could account for all of the difference. */
function doubtful(book: FindingBook): Prose {
  const found = strongest(book).filter(isDoubtful);
  if (found.length === 0) return [];
  return prose`Some differences are large but no ground for action, such as those that go with ${listOf(found.slice(0, NAMED).map(topicOf))}. They may run the other way, or come from gaps in the data or from who the artists are.`;
}

function small(book: FindingBook): Prose {
  // The first of the misleading ones has just been named.
  const [told] = misleading(book);
  const unsure = topicsOf(
    book,
    (finding) => showsDirection(finding) && !matters(finding) && finding !== told,
  );
  const sure = topicsOf(book, (finding) => finding.verdict === 'too-small');
  const sentences = [
    ...(sure.length === 0 ? [] : [prose`Too small to plan by: ${someOf(sure)}.`]),
    ...(unsure.length === 0 ? [] : [prose`Perhaps too small as well: ${someOf(unsure)}.`]),
  ];
  return joinProse(sentences);
}

function unsettled(book: FindingBook): Prose {
  const topics = topicsOf(book, (finding) => finding.verdict === 'inconclusive');
  if (topics.length === 0) return [];
  return prose`Not settled, and therefore no ground for decisions: ${someOf(topics)}.`;
}

/** The first of the topics; whether there are more is said, their names stand in the sections. */
function someOf(topics: readonly string[]): Prose {
  const more = topics.length > NAMED + 1 ? ', among others' : '';
  return prose`${listOf(more === '' ? topics : topics.slice(0, NAMED))}${more}`;
}

/** The first two recommendations. */
function action(book: FindingBook): Prose {
  const sentences = advice(book)
    .slice(0, ORDER.length)
    .map((one, index) => prose`${ORDER[index] ?? ''}, ${lowerFirst(one.action)}`);
  return joinProse(sentences);
}

function topicsOf(book: FindingBook, test: (finding: Finding) => boolean): readonly string[] {
  return book.findings
    .filter((finding) => finding.kind === 'confirmatory' && test(finding))
    .map(topicOf);
}

function topicOf(finding: Finding): string {
  return hypothesis(finding.hypothesis ?? finding.id).words.topic;
}

function lowerFirst(text: Prose): Prose {
  const [first, ...rest] = text;
  return typeof first === 'string'
    ? [first.charAt(0).toLowerCase() + first.slice(1), ...rest]
    : text;
}

/** One slide: the report in at most six lines. */
export function summarySlides(book: FindingBook): readonly Slide[] {
  const points = keyPoints(book);
  if (points.length === 0) return [];
  return [
    {
      title: prose`What stands out`,
      points,
      notes: [
        prose`Comparisons are ranked by how far the whole likely range lies from what is too small to matter; those that could run the other way come last.`,
        ...strongest(book).slice(0, 2).map(comparedSentence),
      ],
    },
  ];
}
