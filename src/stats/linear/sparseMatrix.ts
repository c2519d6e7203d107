/** Rows of a sparse matrix, one after another (CSR); column indices ascend within a row. */
export interface SparseMatrix {
  readonly rows: number;
  readonly columns: number;
  /** Where each row starts in `index` and `value`; one longer than `rows`. */
  readonly start: Int32Array;
  readonly index: Int32Array;
  readonly value: Float64Array;
}

/** X'X as a full symmetric matrix, row by row. */
export function gram(matrix: SparseMatrix): Float64Array {
  const { rows, columns, start, index, value } = matrix;
  const product = new Float64Array(columns * columns);
  for (let row = 0; row < rows; row += 1) {
    const end = start[row + 1];
    for (let i = start[row]; i < end; i += 1) {
      const base = index[i] * columns;
      const v = value[i];
      for (let j = i; j < end; j += 1) product[base + index[j]] += v * value[j];
    }
  }
  mirrorUpper(product, columns);
  return product;
}

/** Copies the upper triangle to the lower one. */
export function mirrorUpper(matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; i += 1) {
    for (let j = i + 1; j < size; j += 1) matrix[j * size + i] = matrix[i * size + j]!;
  }
}

/** X'v. */
export function transposeTimes(matrix: SparseMatrix, vector: Float64Array): Float64Array {
  const result = new Float64Array(matrix.columns);
  for (let row = 0; row < matrix.rows; row += 1) addRow(matrix, row, vector[row], result);
  return result;
}

/** X b. */
export function times(matrix: SparseMatrix, vector: Float64Array): Float64Array {
  const result = new Float64Array(matrix.rows);
  for (let row = 0; row < matrix.rows; row += 1) result[row] = rowDot(matrix, row, vector);
  return result;
}

/** The product of one row with a dense vector. */
export function rowDot(matrix: SparseMatrix, row: number, vector: Float64Array): number {
  const { start, index, value } = matrix;
  const end = start[row + 1];
  let sum = 0;
  for (let i = start[row]; i < end; i += 1) sum += value[i] * vector[index[i]];
  return sum;
}

/** Adds a multiple of one row to a dense vector. */
export function addRow(
  matrix: SparseMatrix,
  row: number,
  factor: number,
  target: Float64Array,
): void {
  const { start, index, value } = matrix;
  const end = start[row + 1];
  for (let i = start[row]; i < end; i += 1) target[index[i]] += value[i] * factor;
}
