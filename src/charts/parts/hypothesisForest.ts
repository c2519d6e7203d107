import { hypothesis } from '../../analyses/hypotheses.js';
import { capitalised, messageClause, showsDirection, strengthOf } from '../../analyses/wording.js';
import type { Finding } from '../../domain/finding.js';
import type { FindingBook } from '../../domain/findingBook.js';
import { joinProse, prose, type Prose } from '../../domain/prose.js';
import type { Drawing } from '../chart.js';
import { forestPlot, type ForestRow } from '../marks/forestPlot.js';
import type { Picture } from '../marks/frame.js';
import { datedSourceLine } from './datedSourceLine.js';

/**
 * Several confirmatory questions on popularity in one forest plot, largest difference first; the clearest of them is
 * the title. Null where none of them was measured.
 *
 * @param words the title where no question has a clear answer, and what the picture shows
 */
export function hypothesisForest(
  book: FindingBook,
  ids: readonly string[],
  words: { readonly unclear: Prose; readonly alt: string },
): Drawing | null {
  const findings = measuredFindings(book, ids);
  if (findings.length === 0) return null;
  const strongest = strongestOf(findings);
  return {
    ...forestOf(findings, book),
    title: strongest ? capitalised(messageClause(strongest)) : words.unclear,
    alt: prose`${words.alt}: ${joinProse(findings.map(messageClause), '; ')}.`,
  };
}

/** The measured confirmatory findings with these ids, largest first. */
function measuredFindings(book: FindingBook, ids: readonly string[]): readonly Finding[] {
  return ids
    .flatMap((id) => book.measured(id) ?? [])
    .filter((finding) => finding.ci !== null)
    .sort((a, b) => b.estimate - a.estimate || (a.id < b.id ? -1 : 1));
}

/** The finding that speaks most strongly for a direction, if any does. */
function strongestOf(findings: readonly Finding[]): Finding | null {
  const [first] = findings
    .filter(showsDirection)
    .sort((a, b) => strengthOf(b) - strengthOf(a) || (a.id < b.id ? -1 : 1));
  return first ?? null;
}

/** Adjusted differences in popularity with intervals, verdict colours and crude estimates as hollow markers. */
function forestOf(findings: readonly Finding[], book: FindingBook): Picture {
  const smallest = new Set(findings.map((finding) => finding.smallestEffect));
  const [band] = smallest;
  return forestPlot({
    rows: findings.map(rowOf),
    x: { title: 'Difference in popularity (points)' },
    // One band can be drawn only where all comparisons share their smallest effect of interest.
    smallestEffect: smallest.size === 1 ? (band ?? null) : null,
    subtitle: 'Like-for-like difference with 95% interval',
    source: datedSourceLine(book, {
      sources: [...new Set(findings.flatMap(({ sources }) => sources))],
    }),
  });
}

function rowOf(finding: Finding): ForestRow {
  return {
    label: hypothesis(finding.hypothesis ?? finding.id).words.short,
    n: finding.n,
    estimate: finding.estimate ?? Number.NaN,
    low: finding.ci?.low ?? null,
    high: finding.ci?.high ?? null,
    crude: finding.crude?.estimate ?? null,
    verdict: finding.verdict,
  };
}
