import { parse } from 'csv-parse/sync';
import { withLineFeeds } from './decodeText.js';
import { fileError } from './fileError.js';
import type { FileHead } from './readHead.js';

const DELIMITERS = [',', '\t', ';'] as const;

/** What parts the fields of a table. */
export type Delimiter = (typeof DELIMITERS)[number];

/** How a table is written, and its header. */
export interface TableForm {
  readonly delimiter: Delimiter;
  /** False in tab-separated tables, where a quote character is a character like any other. */
  readonly quoted: boolean;
  readonly columns: readonly string[];
}

/**
 * Reads the form of a table off its first line. The delimiter is the one of comma, tab and semicolon that stands
 * there most often. An empty header cell (the index that pandas writes) is called `(column 1)`; a leading `//`,
 * as in Last.fm's first header, is not part of a name.
 *
 * @throws AppError for an empty file, a file without rows, duplicate columns, and a header whose quotation is open
 */
export function tableForm(file: string, head: FileHead): TableForm {
  const text = withLineFeeds(new TextDecoder().decode(head.bytes));
  if (text.trim() === '')
    throw fileError(file, null, 'is empty', 'A table needs a header and rows.');
  const lineEnd = text.indexOf('\n');
  const header = lineEnd === -1 ? text : text.slice(0, lineEnd);
  const delimiter = delimiterOf(header);
  const quoted = delimiter !== '\t';
  const columns = headerCells(file, header, delimiter, quoted).map(columnName);
  refuseDuplicates(file, columns);
  if (head.complete && (lineEnd === -1 || text.slice(lineEnd).trim() === '')) {
    throw fileError(file, null, 'has a header but no rows', `Its columns: ${listed(columns)}.`);
  }
  return { delimiter, quoted, columns };
}

function delimiterOf(header: string): Delimiter {
  const bare = header.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

function headerCells(
  file: string,
  header: string,
  delimiter: Delimiter,
  quoted: boolean,
): readonly string[] {
  try {
    const options = { delimiter, quote: quoted ? '"' : null, relax_quotes: true } as const;
    const records = parse(header, options);
    return records[0] ?? [];
  } catch (error) {
    throw fileError(file, 1, 'a quotation in the header is not closed', undefined, error);
  }
}

function columnName(cell: string, index: number): string {
  const name = cell.trim().replace(/^\/\/\s*/, '');
  return name === '' ? `(column ${index + 1})` : name;
}

function refuseDuplicates(file: string, columns: readonly string[]): void {
  const duplicates = columns.filter((column, index) => columns.indexOf(column) !== index);
  if (duplicates.length === 0) return;
  throw fileError(
    file,
    1,
    `the header names ${listed([...new Set(duplicates)])} more than once`,
    'Rename or remove one of the columns: which of them is meant cannot be told.',
  );
}

/** Names in quotation marks, at most twelve of them. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 12).map((name) => `"${name.slice(0, 60)}"`);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}
