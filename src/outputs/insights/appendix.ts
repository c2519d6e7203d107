import { SONG_QUERIES } from '../../analyses/adjusted/levelTable.js';
import type { Finding } from '../../domain/finding.js';
import type { Report } from '../../domain/section.js';
import { formatInterval, formatLevel, formatNumber, formatP, plural } from '../format/index.js';
import { escapeMarkdown } from '../prose/index.js';
import { CLOSING_SECTIONS, sectionHeading } from './contents.js';
import { findingDetails, queriesText, sharedDetails, SONG_FEATURES } from './findingDetails.js';
import type { InsightsContext } from './insightsContext.js';
import { row } from './table.js';
import { VERDICT_WORDS } from './verdictWords.js';

const NONE = '–';

/** The level that intervals have unless they say otherwise. */
const USUAL_LEVEL = 0.95;

/** Stands in the introduction, and not beside each interval. */
export const USUAL_INTERVAL = formatLevel(USUAL_LEVEL);

const INTRODUCTION =
  'Every number in this report is one of these findings. Estimates are adjusted where “adjusted for” says so; ' +
  'confirmatory findings answer a hypothesis that was declared before the data were read and carry a p value ' +
  'corrected for the number of such tests; exploratory and descriptive ones are not corrected. Intervals are at the ' +
  `${USUAL_INTERVAL} level unless another stands beside them. What each source is a sample of stands under Provenance.`;

interface SectionFindings {
  readonly title: string;
  readonly findings: readonly Finding[];
}

/** The list of all findings by section: a table to look numbers up, and the details of each below it. */
export function renderAppendix(context: InsightsContext): string[] {
  const { report } = context;
  const sections = sectionsWithFindings(report);
  const features = report.findings.some(({ queries }) => queriesText(queries) === SONG_FEATURES);
  return [
    sectionHeading(CLOSING_SECTIONS[1]),
    INTRODUCTION,
    ...(features
      ? [`${SONG_FEATURES} are the queries ${SONG_QUERIES.map((id) => `\`${id}\``).join(', ')}.`]
      : []),
    ...sections.flatMap(({ title, findings }) => renderFindings(title, findings, context)),
  ];
}

/** In the order of the report; findings of a section that the report leaves out stand last, under its id. */
function sectionsWithFindings({ sections, findings }: Report): readonly SectionFindings[] {
  const titles = new Map([
    ...sections.map(({ id, title }) => [id, title] as const),
    ...findings
      .filter(({ section }) => !sections.some(({ id }) => id === section))
      .map(({ section }) => [section, section] as const),
  ]);
  return [...titles]
    .map(([id, title]) => ({ title, findings: findings.filter(({ section }) => section === id) }))
    .filter((section) => section.findings.length > 0);
}

function renderFindings(
  title: string,
  findings: readonly Finding[],
  context: InsightsContext,
): string[] {
  return [
    `### Findings: ${escapeMarkdown(title)}`,
    findingTable(findings, context),
    `<details><summary>How each was measured</summary>\n\n${detailList(findings, context).join('\n')}\n\n</details>`,
  ];
}

interface FindingColumn {
  readonly title: string;
  readonly align: '---' | '---:';
  cell(finding: Finding): string;
}

/** One row for each finding; a column that would be empty is left out. */
function findingTable(findings: readonly Finding[], { links }: InsightsContext): string {
  const columns: FindingColumn[] = [
    {
      title: 'Id',
      align: '---',
      cell: ({ id }) => `<a id="${links.anchor(id)}"></a>${links.label(id)}`,
    },
    { title: 'Finding', align: '---', cell: ({ label }) => escapeMarkdown(label) },
    { title: 'Estimate', align: '---:', cell: estimateText },
    { title: 'Interval', align: '---:', cell: intervalCell },
    { title: 'n', align: '---:', cell: ({ n, nUnit }) => plural(n, nUnit) },
    { title: 'p', align: '---', cell: pText },
    {
      title: 'Verdict',
      align: '---',
      cell: ({ verdict, kind }) => (verdict ? VERDICT_WORDS[verdict] : kind),
    },
  ];
  const shown = columns
    .map((column) => ({ ...column, cells: findings.map((finding) => column.cell(finding)) }))
    .filter(({ cells }) => cells.some((text) => text !== NONE));
  return [
    row(shown.map(({ title }) => title)),
    row(shown.map(({ align }) => align)),
    ...findings.map((_, index) => row(shown.map(({ cells }) => cells[index] ?? NONE))),
  ].join('\n');
}

/** The findings one by one, after a line for each run of them on what they have in common. */
function detailList(findings: readonly Finding[], { links, report }: InsightsContext): string[] {
  const selections = new Set(report.provenance.sources.map(({ selection }) => selection));
  const lines: string[] = [];
  for (const { shared, members } of runsOf(findings, selections)) {
    const labels = members.map(({ id }) => `**${links.label(id)}**`).join(', ');
    if (shared !== '') lines.push(`- ${labels}: ${shared}.`);
    const indent = shared === '' ? '' : '  ';
    for (const finding of members) {
      lines.push(
        `${indent}- **${links.label(finding.id)}** \`${finding.id}\`; ${findingDetails(finding)}`,
      );
    }
  }
  return lines;
}

interface Run {
  readonly shared: string;
  readonly members: Finding[];
}

/** Neighbouring findings with the same shared details. */
function runsOf(findings: readonly Finding[], selections: ReadonlySet<string>): readonly Run[] {
  const runs: Run[] = [];
  for (const finding of findings) {
    const shared = sharedDetails(finding, selections);
    const last = runs.at(-1);
    if (last?.shared === shared) last.members.push(finding);
    else runs.push({ shared, members: [finding] });
  }
  return runs;
}

function intervalCell({ ci, unit }: Finding): string {
  if (!ci) return NONE;
  const level = ci.level === USUAL_LEVEL ? '' : ` (${formatLevel(ci.level)})`;
  return formatInterval(ci, unit) + level;
}

function estimateText({ estimate, unit, ci, note }: Finding): string {
  if (estimate === null) return escapeMarkdown(note ?? 'not measured');
  return formatNumber(estimate, unit, { interval: ci });
}

function pText({ test }: Finding): string {
  if (!test) return NONE;
  return test.pAdjusted === null ? formatP(test.p) : `${formatP(test.pAdjusted)} (adjusted)`;
}
