import type { SqlValue } from '../db.js';

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
 * copyField('a\tb'); // gives a\\tb
 */
function copyField(value: SqlValue | undefined): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return escapeText(arrayLiteral(value));
}

/** One row as a line of COPY text, with its line end. */
function copyLine(row: CopyRow): string {
  let line = '';
  for (let index = 0; index < row.length; index += 1) {
    line += (index === 0 ? '' : '\t') + copyField(row[index]);
  }
  return `${line}\n`;
}

/** Collects lines up to a size. */
class ChunkBuilder {
  #lines: string[] = [];
  #length = 0;

  constructor(private readonly size: number) {}

  /** @returns a chunk as soon as there is enough for one */
  add(row: CopyRow): CopyChunk | null {
    const line = copyLine(row);
    this.#lines.push(line);
    this.#length += line.length;
    return this.#length < this.size ? null : this.take();
  }

  take(): CopyChunk | null {
    if (this.#lines.length === 0) return null;
    const chunk = { text: this.#lines.join(''), rows: this.#lines.length };
    this.#lines = [];
    this.#length = 0;
    return chunk;
  }
}

function isAsync(rows: CopyRows): rows is AsyncIterable<CopyRow> {
  return Symbol.asyncIterator in rows;
}

/**
 * Groups rows into chunks of about `size` characters of COPY text, so that a load of any length needs a bounded
 * amount of memory.
 */
export async function* copyChunks(rows: CopyRows, size = 4_000_000): AsyncGenerator<CopyChunk> {
  const builder = new ChunkBuilder(size);
  // Waiting for each row of a plain list would take longer than writing it.
  if (isAsync(rows)) {
    for await (const row of rows) {
      const chunk = builder.add(row);
      if (chunk) yield chunk;
    }
  } else {
    for (const row of rows) {
      const chunk = builder.add(row);
      if (chunk) yield chunk;
    }
  }
  const last = builder.take();
  if (last) yield last;
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
function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `"table" ("a", "b")`, the target of a COPY. */
export function copyTarget(table: string, columns: readonly string[]): string {
  return `${quoteName(table)} (${columns.map(quoteName).join(', ')})`;
}
