/**
 * A column of numbers that takes no more memory than its values need: nothing while all are missing, four bytes a row
 * as long as each of them survives that (whole numbers below 2²⁴ do), eight from the first that does not.
 *
 * @example
 * const column = new NumberColumn(2);
 * column.set(1, 0.1);
 * column.values(); // Float64Array [NaN, 0.1]
 */
export class NumberColumn {
  #values: Float32Array | Float64Array | null = null;

  /** @param size rows of the column; those never set stay missing */
  constructor(readonly size: number) {}

  set(row: number, value: number): void {
    if (Number.isNaN(value)) return;
    this.#values ??= new Float32Array(this.size).fill(NaN);
    if (this.#values instanceof Float32Array && Math.fround(value) !== value) {
      this.#values = new Float64Array(this.#values);
    }
    this.#values[row] = value;
  }

  /** The values in full precision, NaN where missing; not to be written to. */
  values(): Float64Array {
    if (this.#values instanceof Float64Array) return this.#values;
    return this.#values === null
      ? new Float64Array(this.size).fill(NaN)
      : new Float64Array(this.#values);
  }

  /** Rows that have a value. */
  get count(): number {
    let count = 0;
    for (const value of this.#values ?? []) if (!Number.isNaN(value)) count += 1;
    return count;
  }
}
