import { invertSymmetric } from './invertSymmetric.js';
import { transposeRows, type SparseRows } from './sparseRows.js';

/** Weights between items: `weights[i * size + j]` is what item i adds to the score of item j. */
export interface ItemWeights {
  readonly size: number;
  readonly weights: Float32Array;
}

/**
 * EASE (Steck 2019): the linear model in which each item is predicted from all others, with an L2 penalty and a zero
 * diagonal, in closed form: B = I − P diag(P)⁻¹ with P = (WᵀW + λI)⁻¹. Where there are fewer rows than items P comes
 * from the inverse over rows (Woodbury): P = (I − Wᵀ(WWᵀ + λI)⁻¹W) / λ.
 *
 * Rows may be users with the items they chose and, below them, properties with the items that have them (tags, scaled
 * by how much they count): items that share properties then support each other like items that share users.
 *
 * @param rows users and properties by items
 * @param lambda L2 penalty, above 0
 */
export function ease(rows: SparseRows, lambda: number): ItemWeights {
  const size = rows.width;
  const projected = projectItems(rows, lambda);
  const byItem = transposeRows(rows);
  const weights = new Float32Array(size * size);
  const column = new Float64Array(size);
  const diagonal = diagonalOf(byItem, projected, lambda);
  for (let i = 0; i < size; i += 1) {
    column.fill(0);
    for (let at = byItem.start[i]; at < byItem.start[i + 1]; at += 1) {
      const value = byItem.values[at];
      const row = projected.subarray(byItem.columns[at] * size, (byItem.columns[at] + 1) * size);
      for (let j = 0; j < size; j += 1) column[j] += value * row[j];
    }
    // Off the diagonal λP is minus this, so that B = −P / diag(P) is this over λ diag(P).
    for (let j = 0; j < size; j += 1) weights[i * size + j] = column[j] / diagonal[j];
    weights[i * size + i] = 0;
  }
  return { size, weights };
}

/** (WWᵀ + λI)⁻¹ W, dense: one row per row of W. */
function projectItems(rows: SparseRows, lambda: number): Float64Array {
  const { size: count, width } = rows;
  const inverse = invertSymmetric(rowProducts(rows, lambda), count);
  const projected = new Float64Array(count * width);
  for (let row = 0; row < count; row += 1) {
    const into = projected.subarray(row * width, (row + 1) * width);
    const weights = inverse.subarray(row * count, (row + 1) * count);
    for (let other = 0; other < count; other += 1) {
      const weight = weights[other];
      for (let at = rows.start[other]; at < rows.start[other + 1]; at += 1) {
        into[rows.columns[at]] += weight * rows.values[at];
      }
    }
  }
  return projected;
}

/** WWᵀ + λI, its lower triangle: every item adds the products of the rows that hold it. */
function rowProducts(rows: SparseRows, lambda: number): Float64Array {
  const { size } = rows;
  const products = new Float64Array(size * size);
  const byItem = transposeRows(rows);
  for (let item = 0; item < byItem.size; item += 1) {
    for (let a = byItem.start[item]; a < byItem.start[item + 1]; a += 1) {
      const offset = byItem.columns[a] * size;
      for (let b = byItem.start[item]; b <= a; b += 1) {
        products[offset + byItem.columns[b]] += byItem.values[a] * byItem.values[b];
      }
    }
  }
  for (let row = 0; row < size; row += 1) products[row * size + row] += lambda;
  return products;
}

/** λ diag(P) = 1 − diag(Wᵀ(WWᵀ + λI)⁻¹W). */
function diagonalOf(byItem: SparseRows, projected: Float64Array, lambda: number): Float64Array {
  if (!(lambda > 0)) throw new RangeError(`lambda must be above 0, got ${lambda}`);
  return Float64Array.from({ length: byItem.size }, (_, item) => {
    let sum = 0;
    for (let at = byItem.start[item]; at < byItem.start[item + 1]; at += 1) {
      sum += byItem.values[at] * projected[byItem.columns[at] * byItem.size + item];
    }
    return 1 - sum;
  });
}
