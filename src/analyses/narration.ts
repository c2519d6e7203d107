import type { Finding } from '../domain/finding.js';
import type { FindingBook } from '../domain/findingBook.js';
import { constant, joinProse, name, number, prose, type Prose } from '../domain/prose.js';
import type { Block, Slide } from '../domain/section.js';
import type { AnalysisContext } from './analysis.js';
import { hypothesis } from './hypotheses.js';
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

/** A paragraph on one hypothesis: the adjusted result, then what a plain comparison would have said. */
export function findingParagraph(finding: Finding): Block {
  const crude = crudeSentence(finding);
  const { limit } = hypothesis(finding.hypothesis ?? finding.id);
  const bounded = limit !== undefined && showsDirection(finding) ? prose`${name(limit)}` : null;
  return {
    kind: 'paragraph',
    text: joinProse([comparedSentence(finding), ...notNull(crude), ...notNull(bounded)]),
  };
}

/** Which songs a finding speaks of: source, as-of date, number, and what they are a sample of. */
export function sourceSentence(finding: Finding, context: AnalysisContext): Prose {
  const [source] = finding.sources;
  const stamp = context.sources.find((one) => one.source === source);
  if (!stamp || finding.estimate === null) return [];
  const asOf = context.asOf(stamp.source);
  return prose`These figures rest on ${number(finding, 'n')} from ${name(stamp.title)} (as of ${constant(asOf)}). ${name(sentence(stamp.selection))}`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** The paragraph of {@link sourceSentence}, or nothing where there is none. */
export function sourceBlocks(finding: Finding, context: AnalysisContext): readonly Block[] {
  const text = sourceSentence(finding, context);
  return text.length === 0 ? [] : [{ kind: 'paragraph', text }];
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

function numbersPoint(finding: Finding): Prose {
  const held = heldConstant(finding);
  const range = prose`${number(finding)} (likely range ${number(finding, 'interval')})`;
  return held === null ? range : prose`${held}: ${range}`;
}

function crudePoint(finding: Finding): Prose | null {
  if (crudeSentence(finding) === null) return null;
  return prose`The plain comparison says ${number(finding, 'crude')} and misleads`;
}

function notNull<T>(value: T | null): readonly T[] {
  return value === null ? [] : [value];
}

/** Findings of the book with these ids, in this order; ids that the book lacks are left out. */
export function findingsOf(book: FindingBook, ids: readonly string[]): readonly Finding[] {
  return ids.flatMap((id) => (book.hasFinding(id) ? [book.finding(id)] : []));
}

/** Whether a sentence with a direction may be built on the finding of this id. */
export function hasDirection(book: FindingBook, id: string): boolean {
  const finding = book.measured(id);
  return finding !== null && showsDirection(finding);
}
