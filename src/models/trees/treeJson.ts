import { z } from 'zod';
import type { TreeSum } from './boost.js';
import type { Tree } from './tree.js';

/** Infinity and NaN have no place in JSON; thresholds of leaves and categories are left out as null. */
const numbers = z.array(z.number());
const treeSchema = z.object({
  column: z.array(z.int()),
  threshold: z.array(z.number().nullable()),
  left: z.array(z.int()),
  right: z.array(z.int()),
  missingLeft: z.array(z.union([z.literal(0), z.literal(1)])),
  leftCodes: z.array(z.array(z.int()).nullable()),
  value: numbers,
  cover: numbers,
  gain: numbers,
});

export const treeSumSchema = z.object({ start: z.number(), trees: z.array(treeSchema) });

export type TreeSumJson = z.infer<typeof treeSumSchema>;

/** A sum of trees as plain JSON. */
export function treeSumToJson({ start, trees }: TreeSum): TreeSumJson {
  return { start, trees: trees.map(treeToJson) };
}

function treeToJson(tree: Tree): z.infer<typeof treeSchema> {
  return {
    column: [...tree.column],
    threshold: Array.from(tree.threshold, (value) => (Number.isNaN(value) ? null : value)),
    left: [...tree.left],
    right: [...tree.right],
    missingLeft: Array.from(tree.missingLeft, (side) => (side === 1 ? 1 : 0)),
    leftCodes: tree.leftCodes.map((codes) => codes && [...codes]),
    value: [...tree.value],
    cover: [...tree.cover],
    gain: [...tree.gain],
  };
}

/**
 * The trees of parsed JSON, each checked to be a tree over the columns there are: every node is the child of one
 * earlier node, so that no walk goes in circles or outside.
 *
 * @throws RangeError naming the tree and what is wrong with it
 */
export function treeSumFromJson({ start, trees }: TreeSumJson, columns: number): TreeSum {
  return { start, trees: trees.map((tree, index) => treeFromJson(tree, index, columns)) };
}

function treeFromJson(json: z.infer<typeof treeSchema>, index: number, columns: number): Tree {
  const size = json.left.length;
  const fail = (what: string): never => {
    throw new RangeError(`tree ${index} ${what}`);
  };
  const lengths = Object.values(json).map((values) => values.length);
  if (size === 0 || lengths.some((length) => length !== size)) fail('has arrays of unequal length');
  const parents = new Int32Array(size);
  for (let node = 0; node < size; node += 1) {
    const [left, right] = [json.left[node], json.right[node]];
    if (left < 0 && right < 0) continue;
    for (const child of [left, right]) {
      if (child <= node || child >= size) fail(`has the node ${child} where none can be`);
      parents[child] += 1;
    }
    const column = json.column[node];
    if (column < 0 || column >= columns) fail(`asks column ${column} of ${columns}`);
    if (json.threshold[node] === null && json.leftCodes[node] === null) {
      fail(`has a node ${node} that asks nothing`);
    }
  }
  if (parents.some((count, node) => count !== (node === 0 ? 0 : 1))) fail('is no tree');
  return {
    column: Int32Array.from(json.column),
    threshold: Float64Array.from(json.threshold, (value) => value ?? NaN),
    left: Int32Array.from(json.left),
    right: Int32Array.from(json.right),
    missingLeft: Uint8Array.from(json.missingLeft),
    leftCodes: json.leftCodes.map((codes) => codes && Int32Array.from(codes)),
    value: Float64Array.from(json.value),
    cover: Float64Array.from(json.cover),
    gain: Float64Array.from(json.gain),
  };
}
