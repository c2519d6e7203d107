import { isUtf8 } from 'node:buffer';

const LINE_FEED = 10;

/**
 * Finds the first line that is not UTF-8 in bytes that come in chunks. It looks at whole lines, which no UTF-8
 * character can span.
 *
 * @example
 * const check = new Utf8Check();
 * check.push(Buffer.from('name\nBj\xf6rk\n', 'latin1'));
 * check.end(); // 2
 */
export class Utf8Check {
  #rest: Uint8Array = new Uint8Array();
  #line = 1;
  #badLine: number | null = null;

  push(chunk: Uint8Array): void {
    if (this.#badLine !== null) return;
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const end = bytes.lastIndexOf(LINE_FEED) + 1;
    this.#rest = bytes.slice(end);
    this.#checkLines(bytes.subarray(0, end));
  }

  /** The 1-based number of the first line that is not UTF-8, or null where every line is. */
  end(): number | null {
    if (this.#badLine === null && !isUtf8(this.#rest)) this.#badLine = this.#line;
    return this.#badLine;
  }

  /** The 1-based number of the line that is not finished yet. */
  get line(): number {
    return this.#line;
  }

  /** What has come of it. */
  get pending(): Uint8Array {
    return this.#rest;
  }

  #checkLines(lines: Uint8Array): void {
    const allGood = isUtf8(lines);
    let start = 0;
    for (let end = lines.indexOf(LINE_FEED); end !== -1; end = lines.indexOf(LINE_FEED, start)) {
      if (!allGood && !isUtf8(lines.subarray(start, end))) {
        this.#badLine = this.#line;
        return;
      }
      this.#line += 1;
      start = end + 1;
    }
  }
}
