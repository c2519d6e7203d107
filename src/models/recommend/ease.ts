import { invertSymmetric } from './invertSymmetric.js';
import { transposeRows, type SparseRows } from './sparseRows.js';

/** A fitted EASE model, held over rows rather than as the full matrix of item by item. */
export interface Ease {
  readonly items: number;
  /** λ times the diagonal of P, per item: near 1 for items of few rows. */
  readonly diagonal: Float64Array;
  /** What item `item` adds to the score of every other item: row `item` of B; zero for itself. */
  weightsOf(item: number): Float64Array;
  /**
   * Scores of all items for a row of the fit whose cells are all 1, such as a user. Only those of items outside of the row
   * are scores; the row's own items get what the fit leaves of them.
   */
  scoresOf(row: number): Float64Array;
}

/**
 * EASE (Steck 2019, "Embarrassingly shallow autoencoders for sparse data"): the linear model in which each item is
 * predicted from all others, with an L2 penalty and a zero diagonal, in closed form: B = I − P diag(P)⁻¹ with
 * P = (WᵀW + λI)⁻¹. There are fewer rows than items here, so P comes from the inverse over rows (Woodbury):
 * λP = I − WᵀKW with K = (WWᵀ + λI)⁻¹, and only KW is kept. A row of the fit scores items outside of it by −λKW / diag(λP).
 *
 * Rows may be users with the items they chose and, below them, properties with the items that have them (tags, scaled
 * by how much they count): items that share properties then support each other like items that share users.
 *
 * @param rows users and properties by items; memory grows with rows times items
 * @param lambda L2 penalty, above 0
 * @throws RangeError where lambda is not above 0
 * @example
 * const chosen = sparseRows([{ row: 0, column: 0, value: 1 }, { row: 0, column: 1, value: 1 }], 1, 2);
 * [...ease(chosen, 1).weightsOf(0)]; // [0, 0.5]
 */
export function ease(rows: SparseRows, lambda: number): Ease {
  if (!(lambda > 0)) throw new RangeError(`lambda must be above 0, got ${lambda}`);
  const { width } = rows;
  const byItem = transposeRows(rows);
  const projected = projectItems(byItem, rowProducts(byItem, lambda));
  const diagonal = diagonalOf(byItem, projected);
  return {
    items: width,
    diagonal,
    weightsOf(item) {
      const weights = new Float64Array(width);
      for (let at = byItem.start[item]; at < byItem.start[item + 1]; at += 1) {
        const value = byItem.values[at];
        const row = rowOf(projected, byItem.columns[at], width);
        for (let j = 0; j < width; j += 1) weights[j] += value * row[j];
      }
      for (let j = 0; j < width; j += 1) weights[j] /= diagonal[j];
      weights[item] = 0;
      return weights;
    },
    scoresOf: (row) =>
      rowOf(projected, row, width).map((value, item) => (-lambda * value) / diagonal[item]),
  };
}

function rowOf(matrix: Float64Array, row: number, width: number): Float64Array {
  return matrix.subarray(row * width, (row + 1) * width);
}

/** Items that are projected together: their cells of a row lie side by side in memory. */
const TOGETHER = 64;

/** KW, dense: one row per row of W. K is symmetric, so an item's column is a sum of rows of K. */
function projectItems(byItem: SparseRows, products: Float64Array): Float64Array {
  const { size: items, width: count } = byItem;
  const inverse = invertSymmetric(products, count);
  const projected = new Float64Array(count * items);
  const sums = Array.from({ length: TOGETHER }, () => new Float64Array(count));
  for (let first = 0; first < items; first += TOGETHER) {
    const block = sums.slice(0, items - first);
    block.forEach((sum, offset) => {
      sum.fill(0);
      const item = first + offset;
      for (let at = byItem.start[item]; at < byItem.start[item + 1]; at += 1) {
        addScaled(sum, rowOf(inverse, byItem.columns[at], count), byItem.values[at]);
      }
    });
    for (let row = 0; row < count; row += 1) {
      for (let offset = 0; offset < block.length; offset += 1) {
        projected[row * items + first + offset] = block[offset][row];
      }
    }
  }
  return projected;
}

function addScaled(into: Float64Array, from: Float64Array, factor: number): void {
  for (let j = 0; j < into.length; j += 1) into[j] += factor * from[j];
}

/** WWᵀ + λI, its lower triangle: every item adds the products of the rows that hold it. */
function rowProducts(byItem: SparseRows, lambda: number): Float64Array {
  const size = byItem.width;
  const products = new Float64Array(size * size);
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

/** 1 − diag(WᵀKW). */
function diagonalOf(byItem: SparseRows, projected: Float64Array): Float64Array {
  return Float64Array.from({ length: byItem.size }, (_, item) => {
    let sum = 0;
    for (let at = byItem.start[item]; at < byItem.start[item + 1]; at += 1) {
      sum += byItem.values[at] * projected[byItem.columns[at] * byItem.size + item];
    }
    return 1 - sum;
  });
}
