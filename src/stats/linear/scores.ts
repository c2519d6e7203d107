import { ColumnSet } from './columnSet.js';
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
  const touched = new ColumnSet(size);
  for (let group = 0; group < grouping.groups; group += 1) {
    for (let k = grouping.start[group]; k < grouping.start[group + 1]; k += 1) {
      const row = grouping.members[k];
      touched.addRow(matrix, row);
      addRow(matrix, row, weights[row], score);
    }
    const columns = touched.members();
    addOuter(score, columns, product, size);
    for (let i = 0; i < columns.length; i += 1) score[columns[i]] = 0;
    touched.clear();
  }
  mirrorUpper(product, size);
  return product;
}

/** Adds s s' to the upper triangle, for the columns where s is not zero, in any order. */
export function addOuter(
  score: Float64Array,
  touched: Int32Array,
  product: Float64Array,
  size: number,
): void {
  for (let a = 0; a < touched.length; a += 1) {
    const column = touched[a];
    const value = score[column];
    for (let b = a; b < touched.length; b += 1) {
      const other = touched[b];
      const cell = column < other ? column * size + other : other * size + column;
      product[cell] += value * score[other];
    }
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
  const product = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    let sum = 0;
    for (let j = 0; j < size; j += 1) sum += a[i * size + j] * v[j];
    product[i] = sum;
  }
  return product;
}
