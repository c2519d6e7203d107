import { readFileSync } from 'node:fs';
import {
  gradientBoosting,
  quantileBoosting,
  type BoostingSettings,
} from '../../src/models/gradientBoosting.js';
import { modelTable, type ModelTable } from '../../src/models/modelTable.js';
import type { FittedRegressor } from '../../src/models/regressor.js';
import type { Tree } from '../../src/models/trees/tree.js';
import { FittedTrees } from '../../src/models/trees/treeRegressor.js';

/** [column, threshold or left codes, missing goes left, rows, left, right], or [value, rows] of a leaf. */
export type NestedTree =
  | readonly [number, number | number[], boolean | null, number, NestedTree, NestedTree]
  | readonly [number, number];

interface Boosted {
  readonly trees: readonly NestedTree[];
  readonly predicted: readonly number[];
}

interface LearnerFixture {
  readonly columns: Readonly<Record<'a' | 'b' | 'c' | 'd' | 'e', readonly (number | null)[]>>;
  readonly target: readonly number[];
  readonly decisionTree: { readonly tree: NestedTree };
  readonly dependence: Readonly<Record<'grid' | 'mean' | 'first', readonly number[]>>;
  readonly squared: Boosted;
  readonly monotone: Boosted;
  readonly categorical: Boosted;
  readonly shap: { readonly values: readonly (readonly number[])[] };
  readonly stopped: { readonly learn: number; readonly patience: number; readonly best: number };
  readonly quantile: {
    readonly level: number;
    readonly trees: readonly NestedTree[];
    readonly leaves: readonly number[];
  };
  readonly ridge: { readonly predicted: Readonly<Record<string, readonly number[]>> };
}

/** What scikit-learn and LightGBM learned from a small invented table; see its `generate.py`. */
export const fixture = JSON.parse(
  readFileSync('test/fixtures/models/learners/learners.json', 'utf8'),
) as LearnerFixture;

export const target = Float64Array.from(fixture.target);

/** Some of the fixture's columns; `e` is a category. */
export function columnsOf(ids: string): ModelTable {
  return modelTable(
    [...ids].map((id) => {
      const values = Float64Array.from(fixture.columns[id as 'a'], (value) => value ?? NaN);
      if (id !== 'e') return { id, kind: 'number', values };
      return { id, kind: 'category', values, levels: ['p', 'q', 'r', 's', 't', 'u'] };
    }),
  );
}

/** The settings that LightGBM had. */
const PEER = {
  learningRate: 0.3,
  rowShare: 1,
  limits: { maxLeaves: 8, minLeafRows: 5, lambda: 2, columnShare: 1 },
};

export function peerBoosting(rounds: number, further: BoostingSettings = {}) {
  return gradientBoosting({ ...PEER, rounds, ...further });
}

export function peerQuantile(level: number) {
  const limits = { ...PEER.limits, lambda: 0 };
  return quantileBoosting({ ...PEER, rounds: 1, learningRate: 1, limits, level });
}

export function treesOf(fitted: FittedRegressor): FittedTrees {
  if (fitted instanceof FittedTrees) return fitted;
  throw new TypeError(`${fitted.model} is no sum of trees`);
}

/** A tree as the fixture writes it; `lift` is added to its leaves, as LightGBM does with its start. */
export function nested(tree: Tree, lift = 0, node = 0): NestedTree {
  const rows = tree.cover[node];
  if (tree.left[node] < 0) return [tree.value[node] + lift, rows];
  const codes = tree.leftCodes[node];
  return [
    tree.column[node],
    codes ? [...codes] : tree.threshold[node],
    tree.missingLeft[node] === 1,
    rows,
    nested(tree, lift, tree.left[node]),
    nested(tree, lift, tree.right[node]),
  ];
}

/** A tree of the fixture as ours are held, to explain just the tree that the peer explained. */
export function treeOf(root: NestedTree): Tree {
  const nodes: NestedTree[] = [root];
  const children: [number, number][] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node.length === 2) children.push([-1, -1]);
    else children.push([nodes.push(node[4]) - 1, nodes.push(node[5]) - 1]);
  }
  const inner = nodes.map((node) => (node.length === 6 ? node : null));
  return {
    column: Int32Array.from(inner, (node) => node?.[0] ?? -1),
    threshold: Float64Array.from(inner, (node) => Number(node?.[1] ?? NaN)),
    left: Int32Array.from(children, ([left]) => left),
    right: Int32Array.from(children, ([, right]) => right),
    missingLeft: Uint8Array.from(inner, (node) => (node?.[2] ? 1 : 0)),
    leftCodes: nodes.map(() => null),
    value: Float64Array.from(nodes, (node) => (node.length === 2 ? node[0] : NaN)),
    cover: Float64Array.from(nodes, (node) => (node.length === 2 ? node[1] : node[3])),
    gain: new Float64Array(nodes.length),
  };
}
