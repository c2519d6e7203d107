import { CategoryBuilder } from './categoryBuilder.js';
import type { CategoryColumn } from './featureTable.js';

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();
const FIRST_CAPACITY = 1 << 12;
const GROWTH = 1.5;
/** UTF-8 needs at most three bytes for a UTF-16 code unit. */
const MOST_BYTES_PER_UNIT = 3;

/**
 * A text column of which most values are different (titles, keys): kept as UTF-8 in one piece, which takes a fifth of
 * the memory of strings in a dictionary, and coded only when somebody asks for it. Holds up to 4 GiB.
 */
export class TextColumnBuilder {
  #bytes = new Uint8Array(FIRST_CAPACITY);
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
    if (value !== null) {
      this.#reserve(value.length * MOST_BYTES_PER_UNIT);
      this.#used += ENCODER.encodeInto(value, this.#bytes.subarray(this.#used)).written;
    }
    this.#ends[row] = this.#used;
    this.#rows = row + 1;
  }

  /** Gives back the room for more text; to be called after the last row. */
  trim(): void {
    this.#bytes = this.#bytes.slice(0, this.#used);
  }

  build(): CategoryColumn {
    this.#ends.fill(this.#used, this.#rows);
    const builder = new CategoryBuilder(this.#ends.length);
    let start = 0;
    this.#ends.forEach((end, row) => {
      if (end > start) builder.set(row, DECODER.decode(this.#bytes.subarray(start, end)));
      start = end;
    });
    return builder.build();
  }

  #reserve(bytes: number): void {
    if (this.#used + bytes <= this.#bytes.length) return;
    const larger = new Uint8Array(
      Math.max(Math.ceil(this.#bytes.length * GROWTH), this.#used + bytes),
    );
    larger.set(this.#bytes.subarray(0, this.#used));
    this.#bytes = larger;
  }
}
