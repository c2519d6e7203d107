const PAGE = 1 << 15;

/**
 * A column of numbers whose length is not known beforehand, in pages that are put together at the end: a plain array
 * of a million numbers is copied again and again as it grows, and its remains stay with the process.
 *
 * @example
 * const column = new GrowingColumn((size) => new Int32Array(size));
 * column.push(7);
 * column.values(); // Int32Array [7]
 */
export class GrowingColumn<Values extends Int32Array | Float64Array> {
  readonly #pages: Values[] = [];
  #size = 0;

  /** @param make an empty column of a size */
  constructor(readonly make: (size: number) => Values) {}

  get size(): number {
    return this.#size;
  }

  push(value: number): void {
    const place = this.#size % PAGE;
    if (place === 0) this.#pages.push(this.make(PAGE));
    this.#pages[this.#pages.length - 1][place] = value;
    this.#size += 1;
  }

  /** The numbers so far. */
  values(): Values {
    const all = this.make(this.#size);
    this.#pages.forEach((page, index) => {
      const start = index * PAGE;
      all.set(page.subarray(0, Math.min(PAGE, this.#size - start)), start);
    });
    return all;
  }
}
