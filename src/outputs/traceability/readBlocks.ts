import { unescapeMarkdown } from '../prose/index.js';

/** A paragraph, list item or table row of the document, as text. */
export interface DocumentBlock {
  readonly line: number;
  /** What a reader sees, link targets and tags taken out. */
  readonly text: string;
  /** Anchor of the section it stands in; empty before the first. */
  readonly region: string;
  /** Anchor of the table it belongs to, or null. */
  readonly table: string | null;
  /** Number of the row within the table, from zero; null for headings and everything that is no row. */
  readonly row: number | null;
  /** Anchors of the findings that it links to, or whose entry it is. */
  readonly findings: readonly string[];
  /** All links within the document. */
  readonly links: readonly string[];
  readonly anchors: readonly string[];
  /** "F3" where the block is that finding's row in the appendix. */
  readonly label: string | null;
}

const ANCHOR = /<a id="([^"]*)"><\/a>/g;
const OWN_LABEL = /<a id="f-[^"]*"><\/a>(F\d+)/;
const ENTRY = /^ *- (?:\*\*F\d+\*\*(?:, )?)+/;
const HEADING_ROWS = 2;
const INNER_LINK = /\]\(#([^)\s]*)\)/g;

/**
 * Splits a document into the units whose numbers must be traceable: one per paragraph, per list item and per table
 * row, each with its links.
 */
export function readBlocks(markdown: string): readonly DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  let region = '';
  let table: string | null = null;
  let row = -1;
  for (const { line, source } of units(markdown)) {
    const anchors = matches(source, ANCHOR);
    region = anchors.find((anchor) => anchor.startsWith('s-')) ?? region;
    const opened = anchors.find((anchor) => anchor.startsWith('t-'));
    const isRow = source.startsWith('|');
    if (opened !== undefined) table = opened;
    else if (!isRow && !source.startsWith('<sub>')) table = null;
    // A table begins with its headings and the line under them.
    row = isRow ? row + 1 : -1;
    const links = matches(source, INNER_LINK);
    const findings = [...links, ...anchors, ...labelled(source, blocks)];
    const label = OWN_LABEL.exec(source)?.[1] ?? null;
    blocks.push({
      line,
      text: visible(source),
      region,
      table,
      row: row >= HEADING_ROWS ? row - HEADING_ROWS : null,
      findings,
      links,
      anchors,
      label,
    });
  }
  return blocks;
}

/** An entry `- **F3** …` or `- **F3**, **F4**: …` of the appendix speaks of the findings whose table rows have these labels. */
function labelled(source: string, before: readonly DocumentBlock[]): string[] {
  const [labels = ''] = ENTRY.exec(source) ?? [];
  return matches(labels, /(F\d+)/g).flatMap((label) => [
    ...(before.find((block) => block.label === label)?.anchors ?? []),
  ]);
}

function units(markdown: string): { line: number; source: string }[] {
  const found: { line: number; source: string }[] = [];
  let open: { line: number; source: string } | null = null;
  markdown.split('\n').forEach((source, index) => {
    const starts = /^(\|| *- |#|<)/.test(source);
    if (source.trim() === '') open = null;
    else if (open && !starts) open.source += `\n${source}`;
    else {
      open = { line: index + 1, source };
      found.push(open);
    }
  });
  return found;
}

/** What a reader sees of Markdown that `renderInsights` writes: no targets, tags, labels of findings or escapes. */
function visible(source: string): string {
  const text = source
    .replace(OWN_LABEL, '')
    .replace(ENTRY, '')
    .replace(/\[F\d+\]\(#[^)\s]*\)/g, '')
    .replace(/\]\([^)\s]*\)/g, ']')
    .replace(/(?<!\\)<\/?[a-z][^>]*>/g, '')
    .replace(/`[0-9a-f]{16}`/g, '');
  return unescapeMarkdown(text).trim();
}

function matches(source: string, pattern: RegExp): string[] {
  return [...source.matchAll(pattern)].map((match) => match[1] ?? '');
}
