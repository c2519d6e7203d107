import type { ModelTable } from '../modelTable.js';
import { nextNode, type Tree } from './tree.js';

/** Rows that go down a tree together. */
const BLOCK = 2048;
/** So few rows go down one by one. */
const FEW = 8;
// Of the module, not of a call: memory that never moves is read and written twice as fast.
const ROWS = new Int32Array(BLOCK);
const RIGHT = new Int32Array(BLOCK);
const CHILDREN = new Float64Array(2);

/**
 * Adds what each tree predicts to the total of each row. A block of rows is parted at each node, all of its rows at
 * once: the question is read once, and no row waits for another.
 */
export function addTrees(trees: readonly Tree[], table: ModelTable, totals: Float64Array): void {
  const columns = table.columns.map(({ values }) => values);
  for (let first = 0; first < table.size; first += BLOCK) {
    const count = Math.min(BLOCK, table.size - first);
    for (const tree of trees) {
      for (let i = 0; i < count; i += 1) ROWS[i] = first + i;
      descend(tree, columns, totals, 0, 0, count);
    }
  }
}

function descend(
  tree: Tree,
  columns: readonly Float64Array[],
  totals: Float64Array,
  node: number,
  start: number,
  end: number,
): void {
  const left = tree.left[node];
  if (left < 0) return addValue(totals, tree.value[node], start, end);
  if (end - start <= FEW) return walk(tree, columns, totals, node, start, end);
  const right = tree.right[node];
  const values = columns[tree.column[node]];
  const threshold = tree.threshold[node];
  const codes = tree.leftCodes[node];
  if (
    codes === null &&
    tree.left[left] < 0 &&
    tree.left[right] < 0 &&
    tree.missingLeft[node] === 0
  ) {
    CHILDREN[0] = tree.value[right];
    CHILDREN[1] = tree.value[left];
    return addChildren(totals, values, threshold, start, end);
  }
  const middle =
    codes !== null
      ? partCodes(tree, node, values, start, end)
      : tree.missingLeft[node] === 1
        ? partMissingLeft(values, threshold, start, end)
        : partMissingRight(values, threshold, start, end);
  descend(tree, columns, totals, left, start, middle);
  descend(tree, columns, totals, right, middle, end);
}

function addValue(totals: Float64Array, value: number, start: number, end: number): void {
  for (let i = start; i < end; i += 1) totals[ROWS[i]] += value;
}

/** The last question of a way down: no need to part the rows for it. */
function addChildren(
  totals: Float64Array,
  values: Float64Array,
  threshold: number,
  start: number,
  end: number,
): void {
  for (let i = start; i < end; i += 1) {
    const row = ROWS[i];
    totals[row] += CHILDREN[Number(values[row] <= threshold)];
  }
}

function walk(
  tree: Tree,
  columns: readonly Float64Array[],
  totals: Float64Array,
  top: number,
  start: number,
  end: number,
): void {
  const { column, left, value } = tree;
  for (let i = start; i < end; i += 1) {
    const row = ROWS[i];
    let node = top;
    while (left[node] >= 0) node = nextNode(tree, node, columns[column[node]][row]);
    totals[row] += value[node];
  }
}

/** NaN is at most nothing: it goes right. The three loops stand apart so that each has one short body. */
function partMissingRight(
  values: Float64Array,
  threshold: number,
  start: number,
  end: number,
): number {
  let kept = start;
  let moved = 0;
  for (let i = start; i < end; i += 1) {
    const row = ROWS[i];
    const isLeft = Number(values[row] <= threshold);
    ROWS[kept] = row;
    RIGHT[moved] = row;
    kept += isLeft;
    moved += 1 - isLeft;
  }
  for (let i = 0; i < moved; i += 1) ROWS[kept + i] = RIGHT[i];
  return kept;
}

/** NaN is above nothing: it goes left. */
function partMissingLeft(
  values: Float64Array,
  threshold: number,
  start: number,
  end: number,
): number {
  let kept = start;
  let moved = 0;
  for (let i = start; i < end; i += 1) {
    const row = ROWS[i];
    const isRight = Number(values[row] > threshold);
    ROWS[kept] = row;
    RIGHT[moved] = row;
    kept += 1 - isRight;
    moved += isRight;
  }
  for (let i = 0; i < moved; i += 1) ROWS[kept + i] = RIGHT[i];
  return kept;
}

function partCodes(
  tree: Tree,
  node: number,
  values: Float64Array,
  start: number,
  end: number,
): number {
  let kept = start;
  let moved = 0;
  for (let i = start; i < end; i += 1) {
    const row = ROWS[i];
    if (nextNode(tree, node, values[row]) === tree.left[node]) ROWS[kept++] = row;
    else RIGHT[moved++] = row;
  }
  for (let i = 0; i < moved; i += 1) ROWS[kept + i] = RIGHT[i];
  return kept;
}
