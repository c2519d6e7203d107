import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { Readable, pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { RecordDefect } from '../../domain/record.js';
import { decodeText } from './decodeText.js';
import type { Encoding } from './encoding.js';
import { fileError } from './fileError.js';
import { LARGEST_RECORD_BYTES } from './limits.js';
import { readBytes } from './readBytes.js';
import { listed, type TableForm } from './tableForm.js';

/** One record of a table, or what is wrong with it. */
export interface Row {
  /** 1-based line on which it begins. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly defect?: RecordDefect;
}

/** A table whose form and encoding are known, ready to be read. */
export interface Table {
  readonly path: string;
  readonly gzip: boolean;
  readonly encoding: Encoding;
  readonly form: TableForm;
  /** Hash of the file when it was inspected; what is read must be the same. */
  readonly sha256: string;
}

/**
 * The rows of a table, header and blank lines left out, as a stream with bounded memory. A row with too few or
 * too many fields, or a quote character inside an unquoted field, comes with a `defect`; damage after which no
 * later row can be trusted ends the reading.
 *
 * @throws AppError for a quotation that is not closed, a record beyond the limit, and a file that changes,
 * shrinks or vanishes while it is read
 */
export async function* readRows(table: Table): AsyncGenerator<Row> {
  const file = basename(table.path);
  const hash = createHash('sha256');
  const reader = new RowReader(file, table.form);
  const bytes = readBytes(table.path, {
    gzip: table.gzip,
    onBytes: (chunk) => {
      hash.update(chunk);
    },
  });
  const text = Readable.from(decodeText(bytes, table.encoding));
  const rows = pipeline(text, reader.parser(), () => undefined);
  try {
    for await (const row of rows as AsyncIterable<Row>) {
      yield* reader.takeSkipped();
      yield row;
    }
  } catch (error) {
    throw reader.explain(error);
  }
  yield* reader.takeSkipped();
  if (hash.digest('hex') !== table.sha256) throw changed(file);
}

/** Parses the records of one file and keeps count of its lines. */
class RowReader {
  readonly #file: string;
  readonly #form: TableForm;
  #skipped: Row[] = [];
  #lastLine = 0;

  constructor(file: string, form: TableForm) {
    this.#file = file;
    this.#form = form;
  }

  parser() {
    return parse({
      delimiter: this.#form.delimiter,
      record_delimiter: '\n',
      quote: this.#form.quoted ? '"' : null,
      relax_column_count: true,
      max_record_size: LARGEST_RECORD_BYTES,
      skip_records_with_error: true,
      on_skip: (error) => {
        this.#skip(error);
      },
      on_record: (cells: string[], { lines }) => this.#row(cells, lines),
    });
  }

  /** Rows that were skipped since the last call. */
  takeSkipped(): readonly Row[] {
    const skipped = this.#skipped;
    this.#skipped = [];
    return skipped;
  }

  #row(cells: string[], lastLine: number): Row | null {
    this.#lastLine = lastLine;
    const line = lastLine - (this.#form.quoted ? lineFeedsIn(cells) : 0);
    if (line === 1 || (cells.length === 1 && cells[0] === '')) return null;
    if (cells.length === this.#form.columns.length) return { line, cells };
    const reason = `the row has ${cells.length} fields, the header has ${this.#form.columns.length}`;
    return { line, cells, defect: { field: '(row)', reason, value: cells.join(this.#form.delimiter) } };
  }

  /** A quote inside an unquoted field spoils its own record only; anything else that is skipped is thrown. */
  #skip(error: CsvError | undefined): void {
    if (error === undefined || String(error.code) === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH') return;
    if (String(error.code) !== 'INVALID_OPENING_QUOTE') throw error;
    const line = Number(error['lines']);
    if (line === this.#lastLine) return;
    this.#lastLine = line;
    const column = this.#form.columns[Number(error['column'])] ?? '(row)';
    const reason = `${column} has a quote character inside a field that is not quoted`;
    const value = String(error['field'] ?? '');
    this.#skipped.push({ line, cells: [], defect: { field: column, reason, value } });
  }

  /** What the parser threw, in words that name the line on which the damage begins. */
  explain(error: unknown): unknown {
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      return changed(this.#file);
    }
    if (!(error instanceof CsvError)) return error;
    const begin = this.#lastLine + 1;
    const column = listed([this.#form.columns[Number(error['column'])] ?? 'after the last column']);
    if (error.code === 'CSV_MAX_RECORD_SIZE') {
      const problem = `field ${column} makes the record longer than the limit of ${LARGEST_RECORD_BYTES} bytes`;
      return fileError(this.#file, begin, problem, 'Cut the field, or close the quotation that begins there.', error);
    }
    const seen = Number(error['lines']);
    const problem =
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? `the quotation that opens here in field ${column} is not closed`
        : `the quotation that opens here in field ${column} meets another quote in line ${seen}, and text right after it`;
    return fileError(this.#file, begin, problem, 'Close it; a quote inside a quotation is written twice ("").', error);
  }
}

function changed(file: string): Error {
  return fileError(
    file,
    null,
    'the file changed while it was being read',
    'Nothing after the change can be trusted. Run again when the file is complete.',
  );
}

function lineFeedsIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1;
  }
  return count;
}
