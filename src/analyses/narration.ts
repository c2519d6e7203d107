import type { Finding } from '../domain/finding.js';
import type { FindingBook } from '../domain/findingBook.js';
import { constant, joinProse, name, number, prose, type Prose } from '../domain/prose.js';
import type { Block, Slide, SourceStamp } from '../domain/section.js';
import { aboutArtists, weakerWithinArtist } from './adjusted/weakerWithinArtist.js';
import type { AnalysisContext } from './analysis.js';
import { hypothesis } from './hypotheses.js';
import { crudeSizeOf, sizeOf, sizeRange } from './sizeWords.js';
import {
  capitalised,
  comparedSentence,
  crudeSentence,
  heldConstant,
  matters,
  messageClause,
  misleadsClause,
  showsDirection,
} from './wording.js';

/**
 * A paragraph on one hypothesis: the adjusted result, then how it was held against the songs of one artist where these say
 * much less, then what a plain comparison would have said.
 */
export function findingParagraph(finding: Finding): Block {
  const crude = crudeSentence(finding);
  const { limit } = hypothesis(finding.hypothesis ?? finding.id);
  const bounded = limit !== undefined && showsDirection(finding) ? prose`${name(limit)}` : null;
  return {
    kind: 'paragraph',
    text: joinProse([
      comparedSentence(finding),
      ...withinArtistSentence(finding),
      ...notNull(crude),
      ...notNull(bounded),
    ]),
  };
}

/** What the comparison among one artist's songs rests on, where it says much less than the finding. */
function withinArtistSentence(finding: Finding): readonly Prose[] {
  const within = weakerWithinArtist(finding);
  if (within === null) return [];
  const { step } = hypothesis(finding.hypothesis ?? finding.id);
  const which = step === 'contrast' ? 'with songs of both kinds' : 'whose songs differ in this';
  return [
    prose`The last number compares ${number(within.finding, 'n')} by ${number(`${within.finding}.artists`)} ${which}; the first ${aboutArtists(finding, within)} which artists the songs are by.`,
  ];
}

/** Which songs a finding speaks of: source, as-of date, number. */
export function sourceSentence(finding: Finding, context: AnalysisContext): Prose {
  const stamp = stampOf(finding, context);
  if (!stamp || finding.estimate === null) return [];
  const asOf = context.asOf(stamp.source);
  return prose`This rests on ${number(finding, 'n')} from ${name(stamp.title)} (as of ${constant(asOf)}).`;
}

function stampOf(finding: Finding, context: AnalysisContext): SourceStamp | undefined {
  return context.sources.find((stamp) => stamp.source === finding.sources[0]);
}

function selectionSentence(stamp: SourceStamp, { nUnit }: Finding): Prose {
  const text = /[.!?]$/.test(stamp.selection) ? stamp.selection : `${stamp.selection}.`;
  const things = nUnit === 'artists' ? 'What the source holds' : 'What these songs are';
  return prose`${things}: ${name(text.charAt(0).toLowerCase() + text.slice(1))}`;
}

/**
 * Gives the source of each finding as a paragraph, and, the first time a source appears in the section, what it is a sample of.
 */
export function sourceNotes(context: AnalysisContext): (finding: Finding) => readonly Block[] {
  const told = new Set<string>();
  return (finding) => {
    const text = sourceSentence(finding, context);
    const stamp = stampOf(finding, context);
    if (text.length === 0 || !stamp) return [];
    const first = !told.has(stamp.source);
    told.add(stamp.source);
    return [
      {
        kind: 'paragraph',
        text: first ? joinProse([text, selectionSentence(stamp, finding)]) : text,
      },
    ];
  };
}

/** The paragraph of {@link sourceNotes} for a single finding, with what its source is a sample of. */
export function sourceBlocks(finding: Finding, context: AnalysisContext): readonly Block[] {
  return sourceNotes(context)(finding);
}

/** A chart block if the book holds what the chart draws. */
export function chartIf(present: boolean, chart: string): readonly Block[] {
  return present ? [{ kind: 'chart', chart }] : [];
}

/** A slide on one hypothesis: its message, its chart, the numbers and what misleads; none where nothing was measured. */
export function findingSlide(
  finding: Finding,
  context: AnalysisContext,
  options: { readonly chart?: string; readonly points?: readonly Prose[] } = {},
): readonly Slide[] {
  if (finding.estimate === null) return [];
  const crude = finding.crude === null ? null : crudePoint(finding);
  return [
    {
      title: capitalised(slideMessage(finding)),
      ...(options.chart === undefined ? {} : { chart: options.chart }),
      points: [
        numbersPoint(finding),
        ...(crude === null ? [] : [crude]),
        ...withinArtistPoint(finding),
        ...limitPoint(finding),
        ...(options.points ?? []),
      ].slice(0, 3),
      notes: [
        comparedSentence(finding),
        ...notNull(crudeSentence(finding)),
        sourceSentence(finding, context),
        ...finding.caveats.slice(1).map((caveat) => prose`${name(caveat)}`),
      ].filter((text) => text.length > 0),
    },
  ];
}

/** The result, or, where that is too uncertain for a message, that the plain comparison misleads. */
function slideMessage(finding: Finding): Prose {
  return (matters(finding) ? null : misleadsClause(finding)) ?? messageClause(finding);
}

/** What the comparison among one artist's songs says, where that is much less. */
function withinArtistPoint(finding: Finding): readonly Prose[] {
  const within = weakerWithinArtist(finding);
  if (within === null) return [];
  return [
    prose`Among the songs of one artist: ${number(within.finding, 'signed')} (likely range ${number(within.finding, 'interval')})`,
  ];
}

/** A limit that could account for all of the difference stands on the slide, not only in the report. */
function limitPoint(finding: Finding): readonly Prose[] {
  const { limit, limitCouldBeAll } = hypothesis(finding.hypothesis ?? finding.id);
  return limitCouldBeAll === true && limit !== undefined ? [[limit]] : [];
}

function numbersPoint(finding: Finding): Prose {
  const held = heldConstant(finding);
  const range = prose`${sizeOf(finding)} (likely range ${sizeRange(finding)})`;
  return held === null ? range : prose`${held}: ${range}`;
}

function crudePoint(finding: Finding): Prose | null {
  if (crudeSentence(finding) === null) return null;
  return prose`The plain comparison says ${crudeSizeOf(finding)} and misleads`;
}

function notNull<T>(value: T | null): readonly T[] {
  return value === null ? [] : [value];
}

/** Findings of the book with these ids, in this order; ids that the book lacks are left out. */
export function findingsOf(book: FindingBook, ids: readonly string[]): readonly Finding[] {
  return ids.flatMap((id) => (book.hasFinding(id) ? [book.finding(id)] : []));
}
