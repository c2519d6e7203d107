import { z } from 'zod';
import { createRandom } from '../stats/random.js';
import { modelKind } from './modelKind.js';
import type { Regressor } from './regressor.js';
import { applyBins, learnBins, MAX_BINS } from './trees/binColumns.js';
import { growTree } from './trees/growTree.js';
import { someTreeLimits, UNLIMITED, type TreeLimits } from './trees/treeLimits.js';
import { treeRegressor } from './trees/treeRegressor.js';

const treeSettings = z
  .strictObject({ maxBins: z.int().min(2).max(MAX_BINS), limits: someTreeLimits })
  .partial();

export type TreeSettings = Readonly<z.infer<typeof treeSettings>>;

export const TREE_LIMITS: TreeLimits = { ...UNLIMITED, maxDepth: 8, minLeafRows: 50 };

/** One regression tree (CART: Breiman, Friedman, Olshen and Stone 1984). */
export function decisionTree({ maxBins = MAX_BINS, limits }: TreeSettings = {}): Regressor {
  return treeRegressor('decision_tree', 'Decision tree', (table, target, { seed }) => {
    const binned = applyBins(table, learnBins(table, maxBins));
    const rows = Int32Array.from({ length: table.size }, (_, row) => row);
    const gradients = { first: target.map((value) => -value), second: null };
    const all = { ...TREE_LIMITS, ...limits };
    const { tree } = growTree(binned, gradients, rows, all, createRandom(seed));
    return { start: 0, trees: [tree] };
  });
}

export const decisionTreeKind = modelKind(treeSettings, decisionTree);
