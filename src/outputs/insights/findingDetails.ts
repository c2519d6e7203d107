import { hypotheses } from '../../analyses/hypotheses.js';
import type { Finding, FindingTest } from '../../domain/finding.js';
import type { EffectSize, Interval } from '../../domain/testResult.js';
import type { Unit } from '../../domain/unit.js';
import {
  declaredNumber,
  fixed,
  formatInterval,
  formatLevel,
  formatNumber,
  formatP,
} from '../format/index.js';
import { digitsOfValue } from '../format/digits.js';
import { escapeMarkdown } from '../prose/index.js';
import { listNames } from '../reportTitle.js';

/** How a finding was measured, as one line of Markdown: what the appendix's table has no room for. */
export function findingDetails(finding: Finding): string {
  const parts = [
    `\`${finding.id}\``,
    finding.kind,
    finding.hypothesis === null
      ? null
      : `hypothesis: ${sentencePart(statementOf(finding.hypothesis))}`,
    crudeText(finding),
    finding.adjustedFor.length === 0
      ? null
      : `adjusted for ${listNames(finding.adjustedFor.map(escapeMarkdown))}`,
    finding.clusteredBy === null
      ? null
      : `interval clustered by ${escapeMarkdown(finding.clusteredBy)}`,
    finding.test ? testText(finding.test) : null,
    finding.effect ? effectText(finding.effect) : null,
    finding.smallestEffect === null
      ? null
      : `smallest effect of interest ${declaredNumber(finding.smallestEffect, finding.unit)}`,
    sourceText(finding),
    finding.note === null ? null : escapeMarkdown(finding.note),
    ...finding.caveats.map((caveat) => `caveat: ${sentencePart(caveat)}`),
  ];
  return `${parts.filter((part) => part !== null).join('; ')}.`;
}

function crudeText({ crude, unit }: Finding): string | null {
  if (!crude) return null;
  const value = formatNumber(crude.estimate, unit, { interval: crude.ci });
  return `crude ${value}${crude.ci ? ` (${intervalText(crude.ci, unit)})` : ''}`;
}

function testText({ method, statistic, df, p, pAdjusted }: FindingTest): string {
  const freedom = df === null ? '' : ` (df ${[df].flat().map(plain).join(', ')})`;
  const adjusted = pAdjusted === null ? '' : `, adjusted ${formatP(pAdjusted)}`;
  const value = `${escapeMarkdown(statistic.name)} = ${plain(statistic.value)}`;
  return `${escapeMarkdown(method)}: ${value}${freedom}, ${formatP(p)}${adjusted}`;
}

function effectText({ name, value, ci, label, rule }: EffectSize): string {
  const shown = formatNumber(value, 'index', { interval: ci });
  const interval = ci ? ` (${intervalText(ci, 'index')})` : '';
  return `${escapeMarkdown(name)} = ${shown}${interval}, ${escapeMarkdown(label)} by ${escapeMarkdown(rule)}`;
}

function sourceText({ queries, sources, asOf }: Finding): string | null {
  const parts = [
    queries.length === 0 ? null : `from ${queries.map((id) => `\`${id}\``).join(', ')}`,
    sources.length === 0 ? null : `data: ${sources.map(escapeMarkdown).join(', ')}`,
    asOf === null ? null : `as of ${asOf}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join('; ');
}

function intervalText(interval: Interval, unit: Unit): string {
  return `${formatLevel(interval.level)} interval ${formatInterval(interval, unit)}`;
}

/** A finding names its hypothesis by id; readers see the statement. */
function statementOf(id: string): string {
  return hypotheses.find((hypothesis) => hypothesis.id === id)?.statement ?? id;
}

/** A sentence of ours without its full stop, to stand between semicolons. */
function sentencePart(text: string): string {
  return escapeMarkdown(text).replace(/\.$/, '');
}

/** Three significant figures without zeros at the end. */
function plain(value: number): string {
  const text = fixed(value, Number.isInteger(value) ? 0 : digitsOfValue(value, 3, 0));
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
