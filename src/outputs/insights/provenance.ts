import type { Report, SourceStamp } from '../../domain/section.js';
import { fixed } from '../format/index.js';
import { cleanName, escapeMarkdown } from '../prose/index.js';
import { CLOSING_SECTIONS, sectionHeading } from './contents.js';
import { row } from './table.js';

/** Leading hex digits of a checksum that are shown; `findings.json` holds all of them. */
const HASH_DIGITS = 16;

/** Everything a reader needs to make the same report again. */
export function renderProvenance({ provenance }: Report): string[] {
  const facts: [string, string][] = [
    ['Dataset', provenance.dataset],
    ['As of', provenance.asOf],
    ['liner-notes version', provenance.version],
    ['Seed', String(provenance.seed)],
    ['Confirmatory tests in the multiplicity family', String(provenance.familySize)],
    ['Hypotheses (SHA-256)', code(provenance.hypothesesHash)],
    ['Content of the store (SHA-256)', code(provenance.contentHash)],
  ];
  return [
    sectionHeading(CLOSING_SECTIONS[0]),
    [row(['', '']), row(['---', '---']), ...facts.map(row)].join('\n'),
    ...(provenance.sources.length === 0 ? [] : [sourceTable(provenance.sources)]),
    ...selections(provenance.sources),
  ];
}

function sourceTable(sources: readonly SourceStamp[]): string {
  const header = ['Source', 'Title', 'As of', 'Rows', 'Files (SHA-256)', 'Licence'];
  return [
    row(header),
    row(['---', '---', '---', '---:', '---', '---']),
    ...sources.map((stamp) =>
      row([
        code(stamp.source),
        escapeMarkdown(stamp.title),
        stamp.asOf,
        fixed(stamp.rows, 0),
        stamp.files
          .map((file) => `${code(cleanName(file.name))} ${code(file.sha256)}`)
          .join('<br>'),
        escapeMarkdown(stamp.licence),
      ]),
    ),
  ].join('\n');
}

function selections(sources: readonly SourceStamp[]): string[] {
  const items = sources.map(
    ({ source, selection }) => `- ${code(source)}: ${escapeMarkdown(selection)}`,
  );
  return items.length === 0 ? [] : ['What each source is a sample of:', items.join('\n')];
}

/** A checksum or an id in a code span; anything with a back-tick or a pipe is shown as text instead. */
function code(text: string): string {
  const short = /^[0-9a-f]{32,}$/.test(text) ? text.slice(0, HASH_DIGITS) : text;
  return /^[\w./ -]+$/.test(short) ? `\`${short}\`` : escapeMarkdown(cleanName(short));
}
