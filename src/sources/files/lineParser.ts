import type { Row } from './row.js';
import { raggedDefect } from './raggedDefect.js';
import type { TableForm } from './tableForm.js';

/**
 * Parts the text of a table without quotation into rows: a line is a record, a delimiter ends a field. The text
 * comes in pieces with `\n` as line end.
 */
export class LineParser {
  readonly #form: TableForm;
  #rest = '';
  #line = 0;

  constructor(form: TableForm) {
    this.#form = form;
  }

  /** The rows that a piece of text completes. */
  push(text: string): readonly Row[] {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    return this.#rows(lines);
  }

  /** The last row, where no line end follows it. */
  end(): readonly Row[] {
    return this.#rows(this.#rest === '' ? [] : [this.#rest]);
  }

  #rows(lines: readonly string[]): readonly Row[] {
    const { columns, delimiter } = this.#form;
    const rows: Row[] = [];
    for (const text of lines) {
      this.#line += 1;
      if (this.#line === 1 || text === '') continue;
      const cells = text.split(delimiter);
      const row = { line: this.#line, cells };
      rows.push(
        cells.length === columns.length ? row : { ...row, defect: raggedDefect(cells, this.#form) },
      );
    }
    return rows;
  }
}
