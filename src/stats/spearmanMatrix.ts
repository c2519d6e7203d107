import { productMoment } from './pearson.js';
import { presentPairs } from './presentPairs.js';
import { rank } from './rank.js';

/** The rank correlation of two columns. */
export interface RankCorrelationCell {
  /** NaN where a side is constant; 1 of a column with itself. */
  readonly rho: number;
  /** Pairs without a missing side. */
  readonly n: number;
}

/**
 * Spearman's rank correlations of all pairs of columns, row by row, without tests: a table to look at. Pairs with a
 * missing side are left out, for each pair of columns anew.
 *
 * Columns without missing values are ranked once, not once for every other column. The numbers are those of
 * `spearman`.
 *
 * @throws Error where columns differ in length.
 * @example
 * spearmanMatrix([[1, 2, 3], [3, 5, 9]])[0][1].rho; // 1
 */
export function spearmanMatrix(
  columns: readonly ArrayLike<number>[],
): readonly (readonly RankCorrelationCell[])[] {
  const ranks = columns.map((column) => (isComplete(column) ? rank(column) : null));
  const cells: RankCorrelationCell[][] = columns.map(() => []);
  columns.forEach((column, i) => {
    for (let j = 0; j <= i; j += 1) {
      const [a, b] = [ranks[i], ranks[j]];
      const cell = a && b ? correlate(a, b) : correlatePresent(column, columns[j]);
      cells[i][j] = cell;
      cells[j][i] = cell;
    }
  });
  return cells;
}

function correlatePresent(x: ArrayLike<number>, y: ArrayLike<number>): RankCorrelationCell {
  const pairs = presentPairs(x, y);
  return correlate(rank(pairs.x), rank(pairs.y));
}

function correlate(x: Float64Array, y: Float64Array): RankCorrelationCell {
  if (x.length !== y.length)
    throw new Error(`pairs need equal lengths, got ${x.length} and ${y.length}`);
  return { rho: productMoment(x, y), n: x.length };
}

function isComplete(column: ArrayLike<number>): boolean {
  for (let i = 0; i < column.length; i += 1) if (Number.isNaN(column[i])) return false;
  return true;
}
