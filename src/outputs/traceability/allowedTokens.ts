import { isMultiple } from '../../analyses/sizeWords.js';
import type { Finding } from '../../domain/finding.js';
import type { FindingPart } from '../../domain/prose.js';
import type { DataTable } from '../../domain/table.js';
import { formatColumn, formatLevel } from '../format/index.js';
import { partText } from '../prose/index.js';
import { findingDetails } from '../insights/findingDetails.js';
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
    finding.label,
    finding.ci ? formatLevel(finding.ci.level) : '',
  ]);
}

/** Every number of a table: its cells as formatted, its headings, how many rows it has. */
export function cellTokens(table: DataTable): Set<string> {
  const cells = table.columns.flatMap((_, index) => {
    const format = formatColumn(table, index);
    return table.rows.map((row) => {
      const value = row[index] ?? null;
      return typeof value === 'number' ? format.number(value) : String(value ?? '');
    });
  });
  const headings = table.columns.map(({ title }) => title);
  const rowCounts = Array.from({ length: table.rows.length + 1 }, (_, count) => String(count));
  return textTokens([
    ...cells,
    ...headings,
    ...rowCounts,
    table.title,
    table.grain,
    ...table.queries,
    ...table.sources,
  ]);
}

export function unionOf(sets: readonly ReadonlySet<string>[]): Set<string> {
  const union = new Set<string>();
  for (const set of sets) for (const value of set) union.add(value);
  return union;
}
