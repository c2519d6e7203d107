/**
 * Solves `A x = b` for a symmetric positive definite matrix by Cholesky decomposition.
 *
 * @param matrix row by row, `b.length` squared numbers; left unchanged
 * @throws RangeError where the matrix is not positive definite
 * @example
 * solveSymmetric(Float64Array.of(2, 0, 0, 4), Float64Array.of(2, 2)); // Float64Array [1, 0.5]
 */
export function solveSymmetric(matrix: Float64Array, b: Float64Array): Float64Array {
  const size = b.length;
  const lower = matrix.slice();
  const x = b.slice();
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = lower[i * size + j];
      for (let k = 0; k < j; k += 1) sum -= lower[i * size + k] * lower[j * size + k];
      if (i > j) lower[i * size + j] = sum / lower[j * size + j];
      else if (sum > 0) lower[i * size + i] = Math.sqrt(sum);
      else throw new RangeError(`the matrix is not positive definite: pivot ${i} is ${sum}`);
    }
  }
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < i; k += 1) x[i] -= lower[i * size + k] * x[k];
    x[i] /= lower[i * size + i];
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < size; k += 1) x[i] -= lower[k * size + i] * x[k];
    x[i] /= lower[i * size + i];
  }
  return x;
}
