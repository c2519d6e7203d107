import type { BinnedTable } from '../trees/binColumns.js';

/** A cut of a node's rows: bins up to `bin` go left, and missing values where they are told to. */
export interface Cut {
  readonly column: number;
  readonly bin: number;
  readonly missingLeft: boolean;
  readonly gain: number;
}

/** Gains below this part of the node's weight are rounding. */
const LEAST_GAIN = 1e-12;

/**
 * Finds the cut of a node's rows that lowers the Gini impurity most. Rows are laid in the order of their bins by counting, and sums
 * of squared class weights are kept while one row after another changes sides, so that the cost does not grow with the
 * number of classes.
 */
export class CutSearch {
  readonly #order: Int32Array;
  readonly #ends = new Int32Array(257);
  readonly #left: Float64Array;
  readonly #right: Float64Array;
  readonly #totals: Float64Array;

  constructor(
    readonly table: BinnedTable,
    readonly classes: Int32Array,
    readonly weights: Float64Array,
    readonly count: number,
    readonly minLeafRows: number,
  ) {
    this.#order = new Int32Array(table.size);
    this.#left = new Float64Array(count);
    this.#right = new Float64Array(count);
    this.#totals = new Float64Array(count);
  }

  /** Sums of the weights of each class; valid until the next call. */
  totalsOf(rows: Int32Array): Float64Array {
    const totals = this.#totals.fill(0);
    for (const row of rows) totals[this.classes[row]] += this.weights[row];
    return totals;
  }

  /** The best cut over these columns; null where none lowers the impurity. The first column and bin wins a tie. */
  best(rows: Int32Array, columns: Int32Array): Cut | null {
    const totals = this.totalsOf(rows);
    let [weight, squares] = [0, 0];
    for (const total of totals) {
      weight += total;
      squares += total * total;
    }
    let best: Cut | null = null;
    const base = squares / weight;
    let toBeat = base + LEAST_GAIN * weight;
    for (const column of columns) {
      const hasMissing = this.#sort(rows, column);
      for (const missingLeft of hasMissing ? [false, true] : [false]) {
        const { score, bin } = this.#scan(rows.length, column, missingLeft, { weight, squares });
        if (score <= toBeat) continue;
        toBeat = score;
        best = { column, bin, missingLeft, gain: score - base };
      }
    }
    return best;
  }

  /** Lays the rows in the order of their bins, missing ones last. */
  #sort(rows: Int32Array, column: number): boolean {
    const bins = this.table.columns[column];
    const missing = this.table.rules[column].count;
    const ends = this.#ends.fill(0, 0, missing + 2);
    for (let i = 0; i < rows.length; i += 1) ends[bins[rows[i]] + 1] += 1;
    const hasMissing = ends[missing + 1] > 0;
    for (let bin = 1; bin <= missing + 1; bin += 1) ends[bin] += ends[bin - 1];
    for (let i = 0; i < rows.length; i += 1) this.#order[ends[bins[rows[i]]]++] = rows[i];
    return hasMissing;
  }

  #scan(
    size: number,
    column: number,
    missingLeft: boolean,
    all: { readonly weight: number; readonly squares: number },
  ): { score: number; bin: number } {
    const { classes, weights, minLeafRows } = this;
    const bins = this.table.columns[column];
    const missing = this.table.rules[column].count;
    const order = this.#order;
    const left = this.#left.fill(0);
    const right = this.#right;
    right.set(this.#totals);
    let [leftWeight, leftSquares, rightSquares] = [0, 0, all.squares];
    const move = (row: number): void => {
      const code = classes[row];
      const weight = weights[row];
      leftSquares += weight * (2 * left[code] + weight);
      rightSquares += weight * (weight - 2 * right[code]);
      left[code] += weight;
      right[code] -= weight;
      leftWeight += weight;
    };
    // After sorting, `ends[bin]` is where the bin ends; the missing ones begin where the last bin ends.
    const present = missing > 0 ? this.#ends[missing - 1] : 0;
    if (missingLeft) for (let i = present; i < size; i += 1) move(order[i]);
    const moved = missingLeft ? size - present : 0;
    let best = { score: 0, bin: -1 };
    for (let i = 0; i < present; i += 1) {
      move(order[i]);
      const bin = bins[order[i]];
      const isLast = i + 1 === present;
      if (!isLast && bins[order[i + 1]] === bin) continue;
      const leftRows = i + 1 + moved;
      const rightRows = size - leftRows;
      if (leftRows < minLeafRows) continue;
      if (rightRows < Math.max(1, minLeafRows)) break;
      const score = leftSquares / leftWeight + rightSquares / (all.weight - leftWeight);
      if (score > best.score) best = { score, bin };
    }
    return best;
  }
}
