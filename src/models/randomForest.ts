import { createRandom, type Random } from '../stats/random.js';
import type { Regressor } from './regressor.js';
import { applyBins, learnBins } from './trees/binColumns.js';
import { growTree, UNLIMITED, type TreeLimits } from './trees/growTree.js';
import type { Tree } from './trees/tree.js';
import { treeRegressor } from './trees/treeRegressor.js';

export interface ForestSettings {
  readonly trees: number;
  readonly maxBins: number;
  readonly limits: TreeLimits;
}

export const FOREST_DEFAULTS: ForestSettings = {
  trees: 300,
  maxBins: 255,
  limits: { ...UNLIMITED, minLeafRows: 5, nodeColumnShare: 1 / 3 },
};

/**
 * Random forest (Breiman 2001): the mean of trees, each grown on a bootstrap sample of the rows, each split among some
 * of the columns.
 */
export function randomForest(settings: Partial<ForestSettings> = {}): Regressor {
  const { trees: count, maxBins, limits } = { ...FOREST_DEFAULTS, ...settings };
  return treeRegressor('random_forest', 'Random forest', (table, target, { seed }) => {
    const random = createRandom(seed);
    const binned = applyBins(table, learnBins(table, maxBins));
    const gradients = { first: target.map((value) => -value), second: null };
    const trees: Tree[] = [];
    for (let index = 0; index < count; index += 1) {
      const rows = bootstrapRows(table.size, random);
      const { tree } = growTree(binned, gradients, rows, limits, random);
      for (let node = 0; node < tree.value.length; node += 1) tree.value[node] /= count;
      trees.push(tree);
    }
    return { start: 0, trees };
  });
}

/** As many rows as there are, drawn with replacement, ascending. */
function bootstrapRows(count: number, random: Random): Int32Array {
  const drawn = Int32Array.from({ length: count }, () => Math.floor(random() * count));
  return drawn.sort();
}
