import type { SqlValue } from './db.js';

export type CopyRow = readonly (SqlValue | undefined)[];
export type CopyRows = Iterable<CopyRow> | AsyncIterable<CopyRow>;

/** A piece of a COPY stream: whole lines, and how many of them. */
export interface CopyChunk {
  readonly text: string;
  readonly rows: number;
}

const SPECIAL = /[\\\t\n\r]/;
const SPECIALS = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

function escapeText(text: string): string {
  return SPECIAL.test(text) ? text.replace(SPECIALS, (char) => ESCAPES[char] ?? char) : text;
}

function arrayLiteral(items: readonly (string | number)[]): string {
  const quoted = items.map((item) =>
    typeof item === 'number' ? String(item) : `"${item.replace(/["\\]/g, '\\$&')}"`,
  );
  return `{${quoted.join(',')}}`;
}

/**
 * One value in PostgreSQL's COPY text format.
 *
 * @example
 * copyField('a\tb'); // 'a\\tb'
 */
export function copyField(value: SqlValue | undefined): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return escapeText(arrayLiteral(value));
}

/** One row as a line of COPY text, with its line end. */
export function copyLine(row: CopyRow): string {
  let line = '';
  for (let index = 0; index < row.length; index += 1) {
    line += (index === 0 ? '' : '\t') + copyField(row[index]);
  }
  return `${line}\n`;
}

/**
 * Groups rows into chunks of about `size` characters of COPY text, so that a load of any length needs a bounded
 * amount of memory.
 */
export async function* copyChunks(rows: CopyRows, size = 4_000_000): AsyncGenerator<CopyChunk> {
  let lines: string[] = [];
  let length = 0;
  for await (const row of rows) {
    const line = copyLine(row);
    lines.push(line);
    length += line.length;
    if (length < size) continue;
    yield { text: lines.join(''), rows: lines.length };
    lines = [];
    length = 0;
  }
  if (lines.length > 0) yield { text: lines.join(''), rows: lines.length };
}

const LINE_END = 0x0a;

/** Cuts a byte stream of COPY text anew, so that every piece holds whole lines only. */
export async function* wholeLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array = new Uint8Array(0);
  for await (const piece of stream) {
    const end = piece.lastIndexOf(LINE_END) + 1;
    if (end === 0) {
      rest = Buffer.concat([rest, piece]);
      continue;
    }
    yield rest.length === 0
      ? piece.subarray(0, end)
      : Buffer.concat([rest, piece.subarray(0, end)]);
    rest = piece.slice(end);
  }
  if (rest.length > 0) yield rest;
}

/** A quoted SQL identifier. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `"table" ("a", "b")`, the target of a COPY. */
export function copyTarget(table: string, columns: readonly string[]): string {
  return `${quoteName(table)} (${columns.map(quoteName).join(', ')})`;
}
