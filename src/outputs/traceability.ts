import type { Report } from '../domain/section.js';
import type { Drawings } from './drawings.js';
import { USUAL_INTERVAL } from './insights/appendix.js';
import { anchorOf } from './insights/findingLinks.js';
import {
  allowedTokens,
  tableTokens,
  textTokens,
  unionOf,
  type TableTokens,
} from './traceability/allowedTokens.js';
import { readBlocks, type DocumentBlock } from './traceability/readBlocks.js';
import {
  declaredTexts,
  longestFirst,
  namesInReport,
  piecesOf,
  provenanceTexts,
} from './traceability/reportTexts.js';
import { numberTokens } from './traceability/numberTokens.js';

/** A number in the text with no finding behind it, or a link that leads nowhere. */
export interface TraceProblem {
  /** 1-based line of the paragraph or table row in the document. */
  readonly line: number;
  readonly token: string;
  readonly message: string;
  /** The text around it, cut at 80 characters. */
  readonly excerpt: string;
}

/**
 * Checks a rendered INSIGHTS.md against the report's findings, without looking at the prose it was made from: each
 * number in running text must be a value of a finding that the same paragraph links to, or a constant declared in the same
 * section; each number in a table must be in that row of it; each link to a finding must find its anchor.
 * Names from the data may hold digits and are set aside first.
 *
 * @param drawings the charts, whose titles and alternative texts may name artists and constants
 * @returns problems in the order of the document; none for a document that can be traced
 * @example
 * checkTraceability('Songs score 9.9 points.', report)[0]?.message; // gives "9.9 stands in no linked finding …"
 */
export function checkTraceability(
  markdown: string,
  report: Report,
  drawings: Drawings = new Map(),
): readonly TraceProblem[] {
  const blocks = readBlocks(markdown);
  const anchors = new Set(blocks.flatMap((block) => block.anchors));
  const rules = makeRules(report, drawings);
  return blocks.flatMap((block) => [
    ...brokenLinks(block, anchors),
    ...untracedNumbers(block, rules),
  ]);
}

interface Rules {
  readonly byAnchor: ReadonlyMap<string, ReadonlySet<string>>;
  readonly tables: ReadonlyMap<string, TableTokens>;
  /** What stands in a region beside numbers of findings, by the region's anchor: declared constants and titles. */
  readonly declared: ReadonlyMap<string, readonly string[]>;
  readonly provenance: ReadonlySet<string>;
  readonly names: readonly string[];
}

const NOTHING: ReadonlySet<string> = new Set();

function makeRules(report: Report, drawings: Drawings): Rules {
  const pieces = piecesOf(report, drawings);
  return {
    byAnchor: new Map(
      report.findings.map((finding) => [anchorOf('f', finding.id), allowedTokens(finding)]),
    ),
    tables: new Map(report.tables.map((table) => [anchorOf('t', table.id), tableTokens(table)])),
    declared: declaredByRegion(report, drawings),
    provenance: textTokens(provenanceTexts(report.provenance)),
    names: namesInReport(pieces, report.tables),
  };
}

/** The titles of all sections stand in the list of contents, which belongs to the summary's region. */
function declaredByRegion(
  report: Report,
  drawings: Drawings,
): ReadonlyMap<string, readonly string[]> {
  const titles = report.sections.map(({ title }) => title).filter((title) => /\d/.test(title));
  const sections = report.sections.map(
    (section) =>
      [
        anchorOf('s', section.id),
        longestFirst([...declaredTexts(section, drawings), ...titles]),
      ] as const,
  );
  return new Map([...sections, ['s-findings', longestFirst([USUAL_INTERVAL, ...titles])]]);
}

function untracedNumbers(block: DocumentBlock, rules: Rules): TraceProblem[] {
  const table = block.table === null ? undefined : rules.tables.get(block.table);
  const allowed = unionOf([
    ...(block.region === 's-provenance' || block.region === '' ? [rules.provenance] : []),
    ...(table ? [block.row === null ? table.around : (table.rows[block.row] ?? NOTHING)] : []),
    ...block.findings.map((anchor) => rules.byAnchor.get(anchor) ?? NOTHING),
  ]);
  const aside = [...rules.names, ...(rules.declared.get(block.region) ?? [])];
  return numberTokens(block.text, aside)
    .filter((token) => !allowed.has(token))
    .map((token) => ({
      line: block.line,
      token,
      message: `${token} stands in no linked finding, table or declared constant`,
      excerpt: block.text.slice(0, 80),
    }));
}

function brokenLinks(block: DocumentBlock, anchors: ReadonlySet<string>): TraceProblem[] {
  return block.links
    .filter((link) => !anchors.has(link))
    .map((link) => ({
      line: block.line,
      token: `#${link}`,
      message: `the link #${link} leads to no anchor of the document`,
      excerpt: block.text.slice(0, 80),
    }));
}
