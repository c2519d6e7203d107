import type { CategoryColumn } from './featureTable.js';

/** Codes a text column row by row; levels stand in the order of their first appearance. */
export class CategoryBuilder {
  readonly #codes: Int32Array;
  readonly #places = new Map<string, number>();

  /** @param size rows of the column; those never set stay missing */
  constructor(size: number) {
    this.#codes = new Int32Array(size).fill(-1);
  }

  set(row: number, value: string | null): void {
    if (value === null) return;
    let place = this.#places.get(value);
    if (place === undefined) {
      place = this.#places.size;
      this.#places.set(value, place);
    }
    this.#codes[row] = place;
  }

  build(): CategoryColumn {
    return { codes: this.#codes, levels: [...this.#places.keys()] };
  }
}
