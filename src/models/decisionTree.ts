import { createRandom } from '../stats/random.js';
import type { Regressor } from './regressor.js';
import { applyBins, learnBins } from './trees/binColumns.js';
import { growTree, UNLIMITED, type TreeLimits } from './trees/growTree.js';
import { treeRegressor } from './trees/treeRegressor.js';

export interface TreeSettings {
  readonly maxBins: number;
  readonly limits: TreeLimits;
}

export const TREE_DEFAULTS: TreeSettings = {
  maxBins: 255,
  limits: { ...UNLIMITED, maxDepth: 8, minLeafRows: 50 },
};

/** One regression tree (CART: Breiman, Friedman, Olshen and Stone 1984). */
export function decisionTree(settings: Partial<TreeSettings> = {}): Regressor {
  const { maxBins, limits } = { ...TREE_DEFAULTS, ...settings };
  return treeRegressor('decision_tree', 'Decision tree', (table, target, { seed }) => {
    const binned = applyBins(table, learnBins(table, maxBins));
    const rows = Int32Array.from({ length: table.size }, (_, row) => row);
    const gradients = { first: target.map((value) => -value), second: null };
    const { tree } = growTree(binned, gradients, rows, limits, createRandom(seed));
    return { start: 0, trees: [tree] };
  });
}
