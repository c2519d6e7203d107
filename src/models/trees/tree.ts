import type { ModelTable } from '../modelTable.js';

/**
 * A binary tree in flat arrays, node 0 its root. A leaf has `left` −1. A number goes left where it is at most the
 * threshold; a category where its code is in `leftCodes`; a missing value, and a code that training never saw, to the
 * side that training learned.
 */
export interface Tree {
  /** Column that a node asks; −1 for a leaf. */
  readonly column: Int32Array;
  readonly threshold: Float64Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly missingLeft: Uint8Array;
  /** Sorted codes that go left, of nodes that ask a category; null for the others. */
  readonly leftCodes: readonly (Int32Array | null)[];
  /** What the node predicts, also inner ones. */
  readonly value: Float64Array;
  /** Sum of weights of the training rows that passed the node. */
  readonly cover: Float64Array;
  /** How much the split of an inner node lowered the loss. */
  readonly gain: Float64Array;
}

/** The leaf that a row ends in. */
export function leafOf(tree: Tree, table: ModelTable, row: number): number {
  let node = 0;
  while (tree.left[node] >= 0)
    node = nextNode(tree, node, table.columns[tree.column[node]].values[row]);
  return node;
}

/** The child of an inner node that a value goes to. */
export function nextNode(tree: Tree, node: number, value: number): number {
  return goesLeft(tree, node, value) ? tree.left[node] : tree.right[node];
}

function goesLeft(tree: Tree, node: number, value: number): boolean {
  if (Number.isNaN(value)) return tree.missingLeft[node] === 1;
  const codes = tree.leftCodes[node];
  return codes === null ? value <= tree.threshold[node] : codes.includes(value);
}

export function leafCount(tree: Tree): number {
  return tree.left.reduce((count, child) => (child < 0 ? count + 1 : count), 0);
}
