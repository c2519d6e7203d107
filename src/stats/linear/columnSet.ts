import type { SparseMatrix } from './sparseMatrix.js';

/** A set of columns that is filled and emptied over and over without leaving garbage. */
export class ColumnSet {
  readonly #members: Int32Array;
  readonly #has: Uint8Array;
  #count = 0;

  /** @param size columns are 0 … size − 1 */
  constructor(size: number) {
    this.#members = new Int32Array(size);
    this.#has = new Uint8Array(size);
  }

  add(column: number): void {
    if (this.#has[column] === 1) return;
    this.#has[column] = 1;
    this.#members[this.#count++] = column;
  }

  /** Adds the columns in which a row is not zero. */
  addRow({ start, index }: SparseMatrix, row: number): void {
    const end = start[row + 1];
    for (let i = start[row]; i < end; i += 1) this.add(index[i]);
  }

  /** The columns in the order in which they came; holds until the set is emptied. */
  members(): Int32Array {
    return this.#members.subarray(0, this.#count);
  }

  clear(): void {
    for (let i = 0; i < this.#count; i += 1) this.#has[this.#members[i]] = 0;
    this.#count = 0;
  }
}
