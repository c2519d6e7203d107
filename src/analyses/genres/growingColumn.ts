const FIRST_CAPACITY = 1 << 10;
const GROWTH = 1.5;

/**
 * A column of numbers whose length is not known beforehand: half of the memory of a plain array, and none of it left
 * to collect.
 *
 * @example
 * const column = new GrowingColumn((size) => new Int32Array(size));
 * column.push(7);
 * column.values(); // Int32Array [7]
 */
export class GrowingColumn<Values extends Int32Array | Float64Array> {
  #values: Values;
  #size = 0;

  /** @param make an empty column of a size */
  constructor(readonly make: (size: number) => Values) {
    this.#values = make(FIRST_CAPACITY);
  }

  get size(): number {
    return this.#size;
  }

  push(value: number): void {
    if (this.#size === this.#values.length) {
      const larger = this.make(Math.ceil(this.#size * GROWTH));
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#size] = value;
    this.#size += 1;
  }

  /** The numbers so far; they share the memory of the column. */
  values(): Values {
    return this.#values.subarray(0, this.#size) as Values;
  }
}
