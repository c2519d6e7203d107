import { SECTION_IDS, type Finding } from '../../domain/finding.js';
import { formatInterval, formatLevel, formatNumber, formatP, plural } from '../format/index.js';
import { escapeMarkdown } from '../prose/index.js';
import { CLOSING_SECTIONS, sectionHeading } from './contents.js';
import { findingDetails } from './findingDetails.js';
import type { InsightsContext } from './insightsContext.js';
import { row } from './table.js';
import { VERDICT_WORDS } from './verdictWords.js';

const NONE = '–';

const INTRODUCTION =
  'Every number in this report is one of these findings. Estimates are adjusted where “adjusted for” says so; ' +
  'confirmatory findings answer a hypothesis that was declared before the data were read and carry a p value ' +
  'corrected for the number of such tests; exploratory and descriptive ones are not corrected.';

/** The list of all findings by section: a table to look numbers up, and the details of each below it. */
export function renderAppendix(context: InsightsContext): string[] {
  const { report } = context;
  const sections = SECTION_IDS.map((id) => ({
    title: report.sections.find((section) => section.id === id)?.title ?? id,
    findings: report.findings.filter(({ section }) => section === id),
  })).filter(({ findings }) => findings.length > 0);
  return [
    sectionHeading(CLOSING_SECTIONS[1]),
    INTRODUCTION,
    ...sections.flatMap(({ title, findings }) => renderFindings(title, findings, context)),
  ];
}

function renderFindings(
  title: string,
  findings: readonly Finding[],
  { links }: InsightsContext,
): string[] {
  const header = ['Id', 'Finding', 'Estimate', 'Interval', 'n', 'p', 'Verdict'];
  const lines = findings.map((finding) =>
    row([
      `<a id="${links.anchor(finding.id)}"></a>${links.label(finding.id)}`,
      escapeMarkdown(finding.label),
      estimateText(finding),
      finding.ci
        ? `${formatInterval(finding.ci, finding.unit)} (${formatLevel(finding.ci.level)})`
        : NONE,
      plural(finding.n, finding.nUnit),
      pText(finding),
      finding.verdict ? VERDICT_WORDS[finding.verdict] : finding.kind,
    ]),
  );
  const details = findings.map(
    (finding) => `- **${links.label(finding.id)}** ${findingDetails(finding)}`,
  );
  return [
    `### Findings: ${escapeMarkdown(title)}`,
    [row(header), row(['---', '---', '---:', '---:', '---:', '---', '---']), ...lines].join('\n'),
    `<details><summary>How each was measured</summary>\n\n${details.join('\n')}\n\n</details>`,
  ];
}

function estimateText({ estimate, unit, ci, note }: Finding): string {
  if (estimate === null) return escapeMarkdown(note ?? 'not measured');
  return formatNumber(estimate, unit, { interval: ci });
}

function pText({ test }: Finding): string {
  if (!test) return NONE;
  return test.pAdjusted === null ? formatP(test.p) : `${formatP(test.pAdjusted)} (adjusted)`;
}
