import type { FindingBook } from '../../domain/findingBook.js';
import type { Finding } from '../../domain/finding.js';
import {
  capitalised,
  comparedSentence,
  heldWords,
  crudeSentence,
  matters,
  messageClause,
  misleadsClause,
} from '../../analyses/wording.js';
import { prose } from '../../domain/prose.js';
import type { Drawing } from '../chart.js';
import { barWithInterval, type BarRow } from '../marks/barWithInterval.js';
import { formatNumber } from '../text/formatNumber.js';
import { sourceLine } from './sourceLine.js';

/** One comparison as two bars: as it is, and among songs that are alike in what is held constant. */
export function crudeAdjusted(
  book: FindingBook,
  id: string,
  x: { readonly title: string; readonly suffix?: string },
): Drawing | null {
  const finding = book.measured(id);
  if (!finding?.crude || !finding.ci) return null;
  const picture = barWithInterval({
    rows: [
      bar('Plain comparison', finding.crude.estimate, finding.crude.ci, false),
      bar(heldWords(finding)?.replace(/^s/, 'S') ?? 'Adjusted', finding.estimate, finding.ci, true),
    ],
    order: 'given',
    x,
    subtitle: `Difference with 95% interval, ${formatNumber(finding.n)} songs`,
    source: sourceLine(finding),
  });
  return { ...picture, title: capitalised(titleOf(finding)), alt: altOf(finding) };
}

function bar(label: string, value: number, ci: Finding['ci'], highlight: boolean): BarRow {
  return { label, value, low: ci?.low ?? null, high: ci?.high ?? null, highlight };
}

function titleOf(finding: Finding): Drawing['title'] {
  return (matters(finding) ? null : misleadsClause(finding)) ?? messageClause(finding);
}

function altOf(finding: Finding): Drawing['alt'] {
  const crude = crudeSentence(finding);
  const bars = prose`Two bars with intervals. ${comparedSentence(finding)}`;
  return crude === null ? bars : prose`${bars} ${crude}`;
}
