/** Values in a sparse table of rows (users, tags) by items (artists); no pair of row and item twice. */
export interface SparseEntries {
  /** Ascending. */
  readonly rows: Int32Array;
  readonly items: Int32Array;
  readonly values: Float64Array;
}

/**
 * Cosine similarity between all pairs of items over the rows they share.
 * Takes memory for `size²` numbers: meant for up to about a thousand items.
 *
 * @param rowWeights how often each row counts (multiplicities of a resample); all once where left out
 * @returns a symmetric matrix, row by row, with a zero diagonal
 * @example
 * cosineSimilarity({ rows: Int32Array.of(0, 0), items: Int32Array.of(0, 1), values: Float64Array.of(1, 2) }, 2);
 * // [0, 1, 1, 0]
 */
export function cosineSimilarity(
  entries: SparseEntries,
  size: number,
  rowWeights?: ArrayLike<number>,
): Float64Array {
  const { rows, items, values } = entries;
  const products = new Float64Array(size * size);
  const squares = new Float64Array(size);
  for (let start = 0; start < rows.length;) {
    const row = rows[start];
    let end = start + 1;
    while (end < rows.length && rows[end] === row) end += 1;
    const weight = rowWeights ? rowWeights[row] : 1;
    if (weight > 0) {
      for (let a = start; a < end; a += 1) {
        const weighted = values[a] * weight;
        const at = items[a] * size;
        squares[items[a]] += weighted * values[a];
        for (let b = start; b < a; b += 1) products[at + items[b]] += weighted * values[b];
      }
    }
    start = end;
  }
  return normalise(products, squares, size);
}

/** The products of a pair stand in either triangle, as the rows happened to list them. */
function normalise(products: Float64Array, squares: Float64Array, size: number): Float64Array {
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < a; b += 1) {
      const scale = Math.sqrt(squares[a] * squares[b]);
      const sum = products[a * size + b] + products[b * size + a];
      const cosine = scale > 0 ? sum / scale : 0;
      products[a * size + b] = cosine;
      products[b * size + a] = cosine;
    }
  }
  return products;
}
