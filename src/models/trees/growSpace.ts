import type { BinnedTable } from './binColumns.js';
import type { Histogram } from './histogram.js';

/** Columns whose bins share a word. */
const COLUMNS_A_WORD = 4;

/** Memory in which one tree after another is grown on the same table. */
export class GrowSpace {
  /** Per row of the table. */
  readonly packed: Float64Array;
  /** By place in a leaf. */
  readonly ordered: Float64Array;
  readonly spareRows: Int32Array;
  readonly #histograms: Histogram[] = [];
  readonly #histogramSize: number;
  #words: Uint32Array[] = [];
  #wordColumns = '';

  constructor(readonly table: BinnedTable) {
    this.packed = new Float64Array(table.size);
    this.ordered = new Float64Array(table.size);
    this.spareRows = new Int32Array(table.size);
    this.#histogramSize = 2 * table.rules.reduce((sum, { count }) => sum + count + 1, 3);
  }

  /** Room for sums of all columns and two numbers a bin; what it holds is undefined. */
  takeHistogram(): Histogram {
    return this.#histograms.pop() ?? new Float64Array(this.#histogramSize);
  }

  releaseHistogram(histogram: Histogram): void {
    this.#histograms.push(histogram);
  }

  /** Per four of the columns one word a row with their bins, the first in its lowest byte; 0 fills the last ones up. */
  wordsOf(columns: Int32Array): readonly Uint32Array[] {
    const key = columns.join();
    if (key === this.#wordColumns) return this.#words;
    const { size, columns: bins } = this.table;
    const none = new Uint8Array(size);
    const count = Math.ceil(columns.length / COLUMNS_A_WORD);
    this.#words = Array.from({ length: count }, (_, index) => {
      const four = [0, 1, 2, 3].map(
        (place) => bins[columns[COLUMNS_A_WORD * index + place]] ?? none,
      );
      return packFour(four, this.#words[index] ?? new Uint32Array(size));
    });
    this.#wordColumns = key;
    return this.#words;
  }
}

function packFour([a, b, c, d]: readonly Uint8Array[], words: Uint32Array): Uint32Array {
  for (let row = 0; row < words.length; row += 1) {
    words[row] = a[row] | (b[row] << 8) | (c[row] << 16) | (d[row] << 24);
  }
  return words;
}
