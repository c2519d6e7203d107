import type { Grouping } from './grouping.js';
import { addRow, mirrorUpper, type SparseMatrix } from './sparseMatrix.js';

/**
 * Sum over groups of s s', where s is the sum over the group's rows of x · weight: the middle of a sandwich.
 */
export function scoreProducts(
  matrix: SparseMatrix,
  weights: Float64Array,
  grouping: Grouping,
): Float64Array {
  const size = matrix.columns;
  const product = new Float64Array(size * size);
  const score = new Float64Array(size);
  const seen = new Uint8Array(size);
  for (let group = 0; group < grouping.groups; group += 1) {
    const touched: number[] = [];
    for (let k = grouping.start[group]; k < grouping.start[group + 1]; k += 1) {
      const row = grouping.members[k];
      touch(matrix, row, seen, touched);
      addRow(matrix, row, weights[row], score);
    }
    touched.sort((a, b) => a - b);
    addOuter(score, touched, product, size);
    for (const column of touched) score[column] = seen[column] = 0;
  }
  mirrorUpper(product, size);
  return product;
}

/** Notes the columns in which a row is not zero. */
export function touch(
  matrix: SparseMatrix,
  row: number,
  seen: Uint8Array,
  touched: number[],
): void {
  for (let i = matrix.start[row]; i < matrix.start[row + 1]; i += 1) {
    const column = matrix.index[i];
    if (seen[column]) continue;
    seen[column] = 1;
    touched.push(column);
  }
}

/** Adds s s' to the upper triangle; `touched` ascends. */
export function addOuter(
  score: Float64Array,
  touched: ArrayLike<number>,
  product: Float64Array,
  size: number,
): void {
  for (let a = 0; a < touched.length; a += 1) {
    const base = touched[a] * size;
    const value = score[touched[a]];
    for (let b = a; b < touched.length; b += 1)
      product[base + touched[b]] += value * score[touched[b]];
  }
}

/** A B A for symmetric matrices of one size. */
export function sandwich(bread: Float64Array, filling: Float64Array, size: number): Float64Array {
  return multiply(multiply(bread, filling, size), bread, size);
}

/** The product of two square matrices. */
export function multiply(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < size; k += 1) {
      const factor = a[i * size + k];
      if (factor === 0) continue;
      for (let j = 0; j < size; j += 1) product[i * size + j] += factor * b[k * size + j];
    }
  }
  return product;
}

/** A v. */
export function apply(a: Float64Array, v: Float64Array): Float64Array {
  const size = v.length;
  return Float64Array.from({ length: size }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < size; j += 1) sum += a[i * size + j] * v[j];
    return sum;
  });
}
