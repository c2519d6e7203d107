import { z } from 'zod';
import type { ModelTable } from '../modelTable.js';

/**
 * A tree whose leaves hold shares of classes, in flat arrays, node 0 its root. A leaf has `left` −1. A value goes left
 * where it is at most the threshold, a missing one to the side that training learned.
 */
export interface ClassTree {
  readonly column: Int32Array;
  readonly threshold: Float64Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly missingLeft: Uint8Array;
  /** Where the entries of a node begin in `classes` and `shares`; one more than there are nodes. */
  readonly start: Int32Array;
  /** Classes that occur in a leaf, and their shares of its weight. */
  readonly classes: Int32Array;
  readonly shares: Float64Array;
}

const whole = z.array(z.int());
export const classTreeJson = z.object({
  column: whole,
  threshold: z.array(z.number()),
  left: whole,
  right: whole,
  missingLeft: whole,
  start: whole,
  classes: whole,
  shares: z.array(z.number().min(0).max(1)),
});

export type ClassTreeJson = z.infer<typeof classTreeJson>;

export function classTreeToJson(tree: ClassTree): ClassTreeJson {
  return {
    column: [...tree.column],
    threshold: [...tree.threshold],
    left: [...tree.left],
    right: [...tree.right],
    missingLeft: [...tree.missingLeft],
    start: [...tree.start],
    classes: [...tree.classes],
    shares: [...tree.shares],
  };
}

/**
 * @param columns how many a node may ask
 * @param count how many classes there are
 * @throws RangeError saying what makes it no tree
 */
export function classTreeFromJson(json: ClassTreeJson, columns: number, count: number): ClassTree {
  const size = json.left.length;
  const fail = (what: string): never => {
    throw new RangeError(`a tree ${what}`);
  };
  const { column, threshold, right, missingLeft, start, classes, shares } = json;
  const perNode = [column, threshold, right, missingLeft, start.slice(1)];
  if (size === 0 || perNode.some(({ length }) => length !== size)) fail('has unequal arrays');
  if (classes.length !== shares.length || start.at(-1) !== classes.length || start[0] !== 0) {
    fail('has unequal arrays');
  }
  if (start.some((at, node) => node > 0 && at < start[node - 1])) fail('has leaves out of order');
  if (classes.some((code) => code < 0 || code >= count)) fail('names a class that there is not');
  json.left.forEach((left, node) => {
    if (left < 0) return;
    // A child comes after its parent, so that no walk goes in circles.
    for (const child of [left, right[node]]) {
      if (child <= node || child >= size) fail(`has the node ${child} where none can be`);
    }
    if (column[node] < 0 || column[node] >= columns) fail(`asks column ${column[node]}`);
  });
  return {
    column: Int32Array.from(column),
    threshold: Float64Array.from(threshold),
    left: Int32Array.from(json.left),
    right: Int32Array.from(right),
    missingLeft: Uint8Array.from(missingLeft),
    start: Int32Array.from(start),
    classes: Int32Array.from(classes),
    shares: Float64Array.from(shares),
  };
}

/** Adds `scale` times the shares of the leaf that each row ends in, `count` numbers per row. */
export function addShares(
  tree: ClassTree,
  table: ModelTable,
  into: Float64Array,
  count: number,
  scale: number,
): void {
  const { column, threshold, left, right, missingLeft, start, classes, shares } = tree;
  const columns = table.columns.map(({ values }) => values);
  for (let row = 0; row < table.size; row += 1) {
    let node = 0;
    while (left[node] >= 0) {
      const value = columns[column[node]][row];
      const isLeft = Number.isNaN(value) ? missingLeft[node] === 1 : value <= threshold[node];
      node = isLeft ? left[node] : right[node];
    }
    for (let at = start[node]; at < start[node + 1]; at += 1) {
      into[row * count + classes[at]] += scale * shares[at];
    }
  }
}
