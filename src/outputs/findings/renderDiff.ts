import type { Finding, Verdict } from '../../domain/finding.js';
import { formatInterval, formatNumber } from '../format/index.js';
import { VERDICT_WORDS } from '../insights/verdictWords.js';
import { escapeMarkdown } from '../prose/index.js';
import type { FindingsDiff, MovedFinding, VerdictFlip } from './diffFindings.js';
import { isEmptyDiff } from './diffFindings.js';

const NOTHING = 'No finding moved beyond its interval, and no verdict changed.';

interface Group {
  readonly title: string;
  readonly lines: readonly { readonly id: string; readonly text: string }[];
}

/** The differences as plain text, one line each under a heading per kind. */
export function diffToText(diff: FindingsDiff): string {
  if (isEmptyDiff(diff)) return `${NOTHING}\n`;
  return groups(diff)
    .map(({ title, lines }) =>
      [title, ...lines.map(({ id, text }) => `  ${id}: ${text}`)].join('\n'),
    )
    .join('\n\n')
    .concat('\n');
}

/** The differences as Markdown. */
export function diffToMarkdown(diff: FindingsDiff): string {
  if (isEmptyDiff(diff)) return `${NOTHING}\n`;
  return groups(diff)
    .map(({ title, lines }) =>
      [
        `### ${title}`,
        '',
        ...lines.map(({ id, text }) => `- \`${id}\`: ${escapeMarkdown(text)}`),
      ].join('\n'),
    )
    .join('\n\n')
    .concat('\n');
}

/** The differences for machines. */
export function diffToJson(diff: FindingsDiff): string {
  return `${JSON.stringify(diff, null, 2)}\n`;
}

function groups(diff: FindingsDiff): Group[] {
  const all: Group[] = [
    { title: 'Verdicts that flipped', lines: diff.verdictFlips.map(flipLine) },
    { title: 'Estimates that moved beyond their interval', lines: diff.moved.map(movedLine) },
    { title: 'Descriptions that changed', lines: diff.changed.map(movedLine) },
    { title: 'Findings that appeared', lines: diff.appeared.map(presentLine) },
    { title: 'Findings that vanished', lines: diff.vanished.map(presentLine) },
  ];
  return all.filter(({ lines }) => lines.length > 0);
}

function flipLine({ id, label, old, new: now }: VerdictFlip): { id: string; text: string } {
  return { id, text: `${label}: ${verdictWord(old)} → ${verdictWord(now)}` };
}

function movedLine({ id, old, new: now }: MovedFinding): { id: string; text: string } {
  return { id, text: `${now.label}: ${valueOf(old)} → ${valueOf(now)}` };
}

function presentLine(finding: Finding): { id: string; text: string } {
  return { id: finding.id, text: `${finding.label}: ${valueOf(finding)}` };
}

function verdictWord(verdict: Verdict | null): string {
  return verdict ? VERDICT_WORDS[verdict] : 'no verdict';
}

function valueOf({ estimate, unit, ci, note }: Finding): string {
  if (estimate === null) return note ?? 'not measured';
  const interval = ci ? ` (${formatInterval(ci, unit)})` : '';
  return formatNumber(estimate, unit, ci ? { interval: ci } : { exact: true }) + interval;
}
