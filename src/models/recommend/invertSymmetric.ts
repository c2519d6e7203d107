/**
 * Inverts a symmetric positive definite matrix in place: Cholesky decomposition, inverse of the triangle, product with
 * its transpose; half of n³ multiplications, all along rows.
 *
 * @param matrix row by row, `size` squared numbers; its lower triangle is read, the whole inverse is written
 * @throws RangeError where the matrix is not positive definite
 * @example
 * invertSymmetric(Float64Array.of(2, 0, 0, 4), 2); // Float64Array [0.5, 0, 0, 0.25]
 */
export function invertSymmetric(matrix: Float64Array, size: number): Float64Array {
  const rows = Array.from({ length: size }, (_, i) => matrix.subarray(i * size, (i + 1) * size));
  decompose(rows);
  invertLower(rows);
  multiplyByTranspose(rows);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < i; j += 1) matrix[j * size + i] = matrix[i * size + j];
  }
  return matrix;
}

/** Lower triangle L with L Lᵀ the matrix. */
function decompose(rows: readonly Float64Array[]): void {
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i];
    for (let j = 0; j < i; j += 1) row[j] = (row[j] - dot(row, rows[j], j)) / rows[j][j];
    const pivot = row[i] - dot(row, row, i);
    if (!(pivot > 0)) throw new RangeError(`the matrix is not positive definite at row ${i}`);
    row[i] = Math.sqrt(pivot);
  }
}

/** The inverse of a lower triangle, over it: each row is a sum of the finished rows above. */
function invertLower(rows: readonly Float64Array[]): void {
  const sum = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i];
    const scale = 1 / row[i];
    sum.fill(0, 0, i);
    for (let k = 0; k < i; k += 1) addScaled(sum, rows[k], row[k], k + 1);
    for (let j = 0; j < i; j += 1) row[j] = -scale * sum[j];
    row[i] = scale;
  }
}

/** Mᵀ M for a lower triangle M, its lower half over M: row k is used up before the rows below it are touched. */
function multiplyByTranspose(rows: readonly Float64Array[]): void {
  for (let k = 0; k < rows.length; k += 1) {
    const own = rows[k].slice(0, k + 1);
    rows[k].fill(0, 0, k + 1);
    for (let i = 0; i <= k; i += 1) addScaled(rows[i], own, own[i], i + 1);
  }
}

/** Four sums at once: the processor need not wait for one addition to begin the next. */
function dot(a: Float64Array, b: Float64Array, length: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let k = 0;
  for (; k + 3 < length; k += 4) {
    s0 += a[k] * b[k];
    s1 += a[k + 1] * b[k + 1];
    s2 += a[k + 2] * b[k + 2];
    s3 += a[k + 3] * b[k + 3];
  }
  for (; k < length; k += 1) s0 += a[k] * b[k];
  return s0 + s1 + s2 + s3;
}

function addScaled(into: Float64Array, from: Float64Array, factor: number, length: number): void {
  for (let j = 0; j < length; j += 1) into[j] += factor * from[j];
}
