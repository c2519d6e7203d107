import { CategoryBuilder } from './categoryBuilder.js';
import type { CategoryColumn } from './featureTable.js';

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();
const PAGE_BITS = 20;
const PAGE = 1 << PAGE_BITS;

/**
 * A text column of which most values are different (titles, keys): kept as UTF-8, which takes a fifth of the memory of
 * strings in a dictionary, and coded only when somebody asks for it. Pages of one size are never copied into larger
 * ones, whose remains would stay with the process. Holds up to 4 GiB.
 */
export class TextColumnBuilder {
  readonly #pages: Uint8Array[] = [];
  #used = 0;
  /** Where the text of a row ends; an empty text stands for a missing one. */
  readonly #ends: Uint32Array;
  #rows = 0;

  /** @param size rows of the column */
  constructor(size: number) {
    this.#ends = new Uint32Array(size);
  }

  /** Rows must come in order; those left out are missing. */
  set(row: number, value: string | null): void {
    if (row < this.#rows) throw new Error(`row ${row} of a text column comes too late`);
    this.#ends.fill(this.#used, this.#rows, row);
    if (value !== null) this.#append(value);
    this.#ends[row] = this.#used;
    this.#rows = row + 1;
  }

  build(): CategoryColumn {
    this.#ends.fill(this.#used, this.#rows);
    const builder = new CategoryBuilder(this.#ends.length);
    let start = 0;
    this.#ends.forEach((end, row) => {
      if (end > start) builder.set(row, this.#textBetween(start, end));
      start = end;
    });
    return builder.build();
  }

  #append(value: string): void {
    let rest = value;
    while (rest !== '') {
      const offset = this.#used % PAGE;
      if (this.#used === this.#pages.length * PAGE) this.#pages.push(new Uint8Array(PAGE));
      const page = this.#pages[this.#used >>> PAGE_BITS];
      const { read, written } = ENCODER.encodeInto(rest, page.subarray(offset));
      // A character that does not fit begins the next page; a zero, which no text holds, fills the rest of this one.
      this.#used += read < rest.length ? PAGE - offset : written;
      rest = rest.slice(read);
    }
  }

  #textBetween(start: number, end: number): string {
    let text = '';
    for (let at = start; at < end;) {
      const offset = at % PAGE;
      const length = Math.min(PAGE - offset, end - at);
      const page = this.#pages[at >>> PAGE_BITS];
      text += DECODER.decode(page.subarray(offset, offset + length));
      at += length;
    }
    return end >>> PAGE_BITS === start >>> PAGE_BITS ? text : text.replaceAll('\0', '');
  }
}
