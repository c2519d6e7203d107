import { isMultiple } from '../../analyses/sizeWords.js';
import type { Finding } from '../../domain/finding.js';
import type { FindingPart } from '../../domain/prose.js';
import type { DataTable } from '../../domain/table.js';
import { formatColumn, formatLevel } from '../format/index.js';
import { partText } from '../prose/index.js';
import { findingDetails, sharedDetails } from '../insights/findingDetails.js';
import { numberTokens } from './numberTokens.js';

const PARTS: readonly FindingPart[] = [
  'estimate',
  'magnitude',
  'interval',
  'interval-magnitude',
  'n',
  'crude',
  'crude-magnitude',
  'p-adjusted',
  'smallest-effect',
];

/** Parts of findings that are said as multiples. */
const TIMES: readonly FindingPart[] = ['times', 'times-interval', 'crude-times'];

/** The numbers in texts. */
export function textTokens(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => numberTokens(text)));
}

/** Every number that may be said of a finding: its values as formatted, and what its appendix entry lists. */
export function allowedTokens(finding: Finding): Set<string> {
  return textTokens([
    ...PARTS.map((part) => partText(finding, part)),
    ...(isMultiple(finding) ? TIMES.map((part) => partText(finding, part)) : []),
    findingDetails(finding),
    sharedDetails(finding, new Set()),
    finding.id,
    finding.label,
    finding.ci ? formatLevel(finding.ci.level) : '',
  ]);
}

/** The numbers that a table may show. */
export interface TableTokens {
  /** Those of each row's cells, as formatted. */
  readonly rows: readonly ReadonlySet<string>[];
  /** Those of the title, the headings and the line below, which says how many of the rows are shown. */
  readonly around: ReadonlySet<string>;
}

/** Every number of a table, row by row. */
export function tableTokens(table: DataTable): TableTokens {
  const formats = table.columns.map((_, index) => formatColumn(table, index));
  const rows = table.rows.map((row) =>
    textTokens(
      formats.map((format, index) => {
        const value = row[index] ?? null;
        return typeof value === 'number' ? format.number(value) : String(value ?? '');
      }),
    ),
  );
  const rowCounts = Array.from({ length: table.rows.length + 1 }, (_, count) => String(count));
  const around = textTokens([
    ...formats.map(({ title }) => title),
    ...rowCounts,
    table.title,
    table.grain,
    ...table.queries,
    ...table.sources,
  ]);
  return { rows, around };
}

export function unionOf(sets: readonly ReadonlySet<string>[]): Set<string> {
  const union = new Set<string>();
  for (const set of sets) for (const value of set) union.add(value);
  return union;
}
