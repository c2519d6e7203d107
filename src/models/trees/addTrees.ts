import type { ModelTable } from '../modelTable.js';
import { nextNode, type Tree } from './tree.js';

/** Rows that go down a tree together, at most. */
const BLOCK = 2048;
/** So few rows go down one by one. */
const FEW = 8;
// All of the module, not of a call: memory that never moves is read and written about twice as fast.
/** Cells of a block, column by column. */
const CELLS = new Float64Array(2 ** 17);
const TOTALS = new Float64Array(BLOCK);
/** Rows of the block in the order of the leaves they are on their way to. */
const ROWS = new Int32Array(BLOCK);
const MOVED = new Int32Array(BLOCK);
/** What the right and the left child add to a total: nothing where the child is no leaf. */
const ADDED = new Float64Array(2);

/** Where the cells of a column begin: with missing values as NaN, and with them below everything, hence on the left. */
interface Places {
  readonly asIs: Int32Array;
  readonly missingLow: Int32Array;
}

/**
 * Adds what each tree predicts to the total of each row. A block of rows is parted at each node, all of its rows at
 * once: the question is read once, no row waits for another, and the processor has nothing to guess.
 */
export function addTrees(trees: readonly Tree[], table: ModelTable, totals: Float64Array): void {
  const most = Math.floor(CELLS.length / Math.max(1, 2 * table.columns.length));
  const block = Math.max(1, Math.min(BLOCK, most));
  for (let first = 0; first < table.size; first += block) {
    const count = Math.min(block, table.size - first);
    const places = takeCells(table, first, count);
    const some = totals.subarray(first, first + count);
    TOTALS.set(some);
    for (const tree of trees) {
      for (let i = 0; i < count; i += 1) ROWS[i] = i;
      descend(tree, places, 0, 0, count);
    }
    some.set(TOTALS.subarray(0, count));
  }
}

function takeCells({ columns }: ModelTable, first: number, count: number): Places {
  const asIs = new Int32Array(columns.length);
  const missingLow = new Int32Array(columns.length);
  let place = 0;
  columns.forEach(({ values }, column) => {
    const some = values.subarray(first, first + count);
    CELLS.set(some, place);
    asIs[column] = missingLow[column] = place;
    place += count;
    if (!hasMissing(some)) return;
    for (let i = 0; i < count; i += 1) {
      CELLS[place + i] = Number.isNaN(some[i]) ? Number.NEGATIVE_INFINITY : some[i];
    }
    missingLow[column] = place;
    place += count;
  });
  return { asIs, missingLow };
}

function hasMissing(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i += 1) if (Number.isNaN(values[i])) return true;
  return false;
}

function descend(tree: Tree, places: Places, node: number, start: number, end: number): void {
  const left = tree.left[node];
  if (left < 0) return addValue(tree.value[node], start, end);
  if (end - start <= FEW) return walk(tree, places, node, start, end);
  const right = tree.right[node];
  const column = tree.column[node];
  if (tree.leftCodes[node] !== null) {
    const middle = partCodes(tree, node, places.asIs[column], start, end);
    descend(tree, places, left, start, middle);
    return descend(tree, places, right, middle, end);
  }
  const cells = (tree.missingLeft[node] === 1 ? places.missingLow : places.asIs)[column];
  const isLeftLeaf = tree.left[left] < 0;
  const isRightLeaf = tree.left[right] < 0;
  const threshold = tree.threshold[node];
  ADDED[0] = isRightLeaf ? tree.value[right] : 0;
  ADDED[1] = isLeftLeaf ? tree.value[left] : 0;
  if (isLeftLeaf && isRightLeaf) return addLeaves(cells, threshold, start, end);
  if (isLeftLeaf || isRightLeaf) {
    const rest = addLeaf(cells, threshold, isLeftLeaf ? 1 : 0, start, end);
    return descend(tree, places, isLeftLeaf ? right : left, start, rest);
  }
  const middle = part(cells, threshold, start, end);
  descend(tree, places, left, start, middle);
  return descend(tree, places, right, middle, end);
}

function addValue(value: number, start: number, end: number): void {
  for (let i = start; i < end; i += 1) TOTALS[ROWS[i]] += value;
}

function addLeaves(cells: number, threshold: number, start: number, end: number): void {
  for (let i = start; i < end; i += 1) {
    const row = ROWS[i];
    TOTALS[row] += ADDED[Number(CELLS[cells + row] <= threshold)];
  }
}

/** Adds the value of the one child that is a leaf, and keeps the rows that go to the other: up to what is returned. */
function addLeaf(
  cells: number,
  threshold: number,
  leafSide: number,
  start: number,
  end: number,
): number {
  let kept = start;
  for (let i = start; i < end; i += 1) {
    const row = ROWS[i];
    const isLeft = Number(CELLS[cells + row] <= threshold);
    TOTALS[row] += ADDED[isLeft];
    ROWS[kept] = row;
    kept += isLeft ^ leafSide;
  }
  return kept;
}

/** Moves rows that go left before the others; each is written to both sides, and stays on the one that moves on. */
function part(cells: number, threshold: number, start: number, end: number): number {
  let kept = start;
  let moved = 0;
  for (let i = start; i < end; i += 1) {
    const row = ROWS[i];
    const isLeft = Number(CELLS[cells + row] <= threshold);
    ROWS[kept] = row;
    MOVED[moved] = row;
    kept += isLeft;
    moved += 1 - isLeft;
  }
  for (let i = 0; i < moved; i += 1) ROWS[kept + i] = MOVED[i];
  return kept;
}

function partCodes(tree: Tree, node: number, cells: number, start: number, end: number): number {
  let kept = start;
  let moved = 0;
  for (let i = start; i < end; i += 1) {
    const row = ROWS[i];
    if (nextNode(tree, node, CELLS[cells + row]) === tree.left[node]) ROWS[kept++] = row;
    else MOVED[moved++] = row;
  }
  for (let i = 0; i < moved; i += 1) ROWS[kept + i] = MOVED[i];
  return kept;
}

function walk(tree: Tree, { asIs }: Places, top: number, start: number, end: number): void {
  const { column, left, value } = tree;
  for (let i = start; i < end; i += 1) {
    const row = ROWS[i];
    let node = top;
    while (left[node] >= 0) node = nextNode(tree, node, CELLS[asIs[column[node]] + row]);
    TOTALS[row] += value[node];
  }
}
