import { CsvError, parse } from 'csv-parse';
import { fileError } from './fileError.js';
import { LARGEST_RECORD_BYTES } from './limits.js';
import type { Row } from './row.js';
import { raggedDefect } from './raggedDefect.js';
import { listed, type TableForm } from './tableForm.js';

/**
 * Parts the text of a table with quotation into rows, and keeps count of its lines. The text comes in pieces with
 * `\n` as line end.
 */
export class QuotedParser {
  readonly #file: string;
  readonly #form: TableForm;
  readonly #parser;
  #rows: Row[] = [];
  /** Last line of the record before the one that is being read. */
  #lastLine = 0;

  constructor(file: string, form: TableForm) {
    this.#file = file;
    this.#form = form;
    this.#parser = parse({
      delimiter: form.delimiter,
      record_delimiter: '\n',
      quote: '"',
      relax_column_count: true,
      max_record_size: LARGEST_RECORD_BYTES,
      skip_records_with_error: true,
      on_skip: (error) => {
        this.#skip(error);
        return undefined;
      },
      on_record: (cells, { lines }) => {
        this.#row(cells, lines);
        return null; // nothing goes through the stream's own queue
      },
    });
    this.#parser.on('error', () => undefined); // it comes back through push and end
  }

  /** The rows that a piece of text completes. */
  push(text: string): Promise<readonly Row[]> {
    return this.#then((done) => {
      this.#parser.write(text, done);
    });
  }

  /** The last rows. */
  end(): Promise<readonly Row[]> {
    return this.#then((done) => {
      this.#parser.end(done);
    });
  }

  async #then(step: (done: (error?: Error | null) => void) => void): Promise<readonly Row[]> {
    await new Promise<void>((resolve, reject) => {
      step((error) => {
        if (error) reject(this.#explain(error));
        else resolve();
      });
    });
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  #row(cells: readonly string[], lastLine: number): void {
    this.#lastLine = lastLine;
    const line = lastLine - lineFeedsIn(cells);
    const isBlank = cells.length === 1 && cells[0] === '';
    if (line === 1 || isBlank) return;
    if (cells.length === this.#form.columns.length) this.#rows.push({ line, cells });
    else this.#rows.push({ line, cells, defect: raggedDefect(cells, this.#form) });
  }

  /** A quote inside an unquoted field spoils its own record only; other damage spoils all that follows. */
  #skip(error: CsvError | undefined): void {
    if (error === undefined) return;
    if (String(error.code) !== 'INVALID_OPENING_QUOTE') throw error;
    const line = Number(error['lines']);
    if (line === this.#lastLine) return; // the second quote of the same record
    this.#lastLine = line;
    const field = this.#column(error);
    const reason = `${field} has a quote character inside a field that is not quoted`;
    const before: unknown = error['field'];
    const value = typeof before === 'string' ? before : '';
    this.#rows.push({ line, cells: [], defect: { field, reason, value } });
  }

  /** What the parser threw, in words that name the line on which the damage begins. */
  #explain(error: Error): Error {
    if (!(error instanceof CsvError)) return error;
    const line = this.#lastLine + 1;
    const field = listed([this.#column(error)]);
    if (error.code === 'CSV_MAX_RECORD_SIZE') {
      const problem = `field ${field} makes the record longer than the limit of ${LARGEST_RECORD_BYTES} bytes`;
      const hint = 'Cut the field, or close the quotation that begins there.';
      return fileError(this.#file, line, problem, hint, error);
    }
    const problem =
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? `the quotation that opens in field ${field} is not closed`
        : `the quotation that opens in field ${field} is not closed before the next one, in line ${String(error['lines'])}`;
    const hint = 'Close it; a quote character inside a quotation is written twice ("").';
    return fileError(this.#file, line, problem, hint, error);
  }

  #column(error: CsvError): string {
    return this.#form.columns[Number(error['column'])] ?? '(after the last column)';
  }
}

function lineFeedsIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1;
  }
  return count;
}
