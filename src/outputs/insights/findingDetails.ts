import { SONG_QUERIES } from '../../analyses/adjusted/levelTable.js';
import { hypotheses } from '../../analyses/hypotheses.js';
import { isMultiple } from '../../analyses/sizeWords.js';
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
import { escapeMarkdown, partText } from '../prose/index.js';
import { listNames } from '../reportTitle.js';

/** What the queries behind the table of song features are called together. */
export const SONG_FEATURES = '`song features`';

/** How a finding was measured, as one line of Markdown: what the appendix's table has no room for. */
export function findingDetails(finding: Finding): string {
  const parts = [
    finding.kind,
    finding.hypothesis === null
      ? null
      : `hypothesis: ${sentencePart(statementOf(finding.hypothesis))}`,
    multipleText(finding),
    crudeText(finding),
    finding.adjustedFor.length === 0
      ? null
      : `adjusted for ${listNames(finding.adjustedFor.map((text) => escapeMarkdown(text)))}`,
    finding.test ? testText(finding.test) : null,
    finding.effect ? effectText(finding.effect) : null,
    finding.smallestEffect === null
      ? null
      : `smallest effect of interest ${declaredNumber(finding.smallestEffect, finding.unit)}`,
    finding.note === null ? null : escapeMarkdown(finding.note),
  ];
  return `${parts.filter((part) => part !== null).join('; ')}.`;
}

/**
 * What findings of one kind have in common: query, data, date, clusters and caveats. What a source is a sample of is left
 * out, for it stands beside the source in the provenance.
 *
 * @param selections what the sources are samples of
 */
export function sharedDetails(finding: Finding, selections: ReadonlySet<string>): string {
  const parts = [
    sourceText(finding),
    finding.clusteredBy === null
      ? null
      : `intervals clustered by ${escapeMarkdown(finding.clusteredBy)}`,
    ...finding.caveats
      .filter((caveat) => !selections.has(caveat))
      .map((caveat) => `caveat: ${sentencePart(caveat)}`),
  ];
  return parts.filter((part) => part !== null).join('; ');
}

function multipleText(finding: Finding): string | null {
  if (!isMultiple(finding)) return null;
  return `as a multiple ${partText(finding, 'times')} (${partText(finding, 'times-interval')})`;
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
    queries.length === 0 ? null : `from ${queriesText(queries)}`,
    sources.length === 0 ? null : `data: ${sources.map((text) => escapeMarkdown(text)).join(', ')}`,
    asOf === null ? null : `as of ${asOf}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join('; ');
}

/** Query ids as code; those behind the song features go by one name. */
export function queriesText(queries: readonly string[]): string {
  if (queries.join() === SONG_QUERIES.join()) return SONG_FEATURES;
  return queries.map((id) => `\`${id}\``).join(', ');
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
