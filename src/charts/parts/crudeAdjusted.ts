import type { FindingBook } from '../../domain/findingBook.js';
import type { Estimate, Finding } from '../../domain/finding.js';
import { crudeSizeOf, isMultiple, sizeOf, sizeRange } from '../../analyses/sizeWords.js';
import {
  capitalised,
  heldWords,
  matters,
  messageClause,
  misleadsClause,
} from '../../analyses/wording.js';
import { prose } from '../../domain/prose.js';
import type { Drawing } from '../chart.js';
import { barWithInterval, type BarRow } from '../marks/barWithInterval.js';
import { formatNumber } from '../text/formatNumber.js';
import { datedSourceLine } from './datedSourceLine.js';

/** One comparison as two bars: as it is, and among songs that are alike in what is held constant. */
export function crudeAdjusted(
  book: FindingBook,
  id: string,
  x: { readonly title: string; readonly suffix?: string; readonly times?: string },
): Drawing | null {
  const finding = book.measured(id);
  if (!finding?.crude || !finding.ci) return null;
  const many = isMultiple(finding);
  const scale = (value: number): number => (many ? 1 + value / 100 : value);
  const held = heldWords(finding)?.replace(/^s/, 'S') ?? 'Adjusted';
  const picture = barWithInterval({
    rows: [
      bar('Plain comparison', finding.crude, scale, false),
      bar(held, { estimate: finding.estimate, ci: finding.ci }, scale, true),
    ],
    order: 'given',
    x: many ? { title: x.times ?? x.title } : x,
    subtitle: `${many ? 'Multiple' : 'Difference'} with 95% interval, ${formatNumber(finding.n)} songs`,
    ...(many ? { reference: { value: 1, label: 'equal' } } : {}),
    source: datedSourceLine(book, finding),
  });
  return { ...picture, title: capitalised(titleOf(finding)), alt: altOf(finding) };
}

function bar(
  label: string,
  { estimate, ci }: Estimate,
  scale: (value: number) => number,
  highlight: boolean,
): BarRow {
  const [low, high] = ci ? [scale(ci.low), scale(ci.high)] : [null, null];
  return { label, value: scale(estimate), low, high, highlight };
}

function titleOf(finding: Finding): Drawing['title'] {
  return (matters(finding) ? null : misleadsClause(finding)) ?? messageClause(finding);
}

function altOf(finding: Finding): Drawing['alt'] {
  return prose`Two bars with intervals: the plain comparison at ${crudeSizeOf(finding)}, like for like at ${sizeOf(finding)} (likely range ${sizeRange(finding)}).`;
}
