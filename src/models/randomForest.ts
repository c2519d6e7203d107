import { z } from 'zod';
import { createRandom, type Random } from '../stats/random.js';
import { modelKind } from './modelKind.js';
import type { Regressor } from './regressor.js';
import { applyBins, learnBins, MAX_BINS } from './trees/binColumns.js';
import { GrowSpace } from './trees/growSpace.js';
import { growTree } from './trees/growTree.js';
import type { Tree } from './trees/tree.js';
import { someTreeLimits, UNLIMITED, type TreeLimits } from './trees/treeLimits.js';
import { treeRegressor } from './trees/treeRegressor.js';

const forestSettings = z
  .strictObject({
    trees: z.int().min(1),
    maxBins: z.int().min(2).max(MAX_BINS),
    limits: someTreeLimits,
  })
  .partial();

export type ForestSettings = Readonly<z.infer<typeof forestSettings>>;

export const FOREST_LIMITS: TreeLimits = { ...UNLIMITED, minLeafRows: 5, nodeColumnShare: 1 / 3 };

/**
 * Random forest (Breiman 2001): the mean of trees, each grown on a bootstrap sample of the rows, each split among some
 * of the columns.
 */
export function randomForest(settings: ForestSettings = {}): Regressor {
  const { trees: count = 300, maxBins = MAX_BINS } = settings;
  const limits = { ...FOREST_LIMITS, ...settings.limits };
  return treeRegressor('random_forest', 'Random forest', (table, target, { seed }) => {
    const random = createRandom(seed);
    const binned = applyBins(table, learnBins(table, maxBins));
    const gradients = { first: target.map((value) => -value), second: null };
    const space = new GrowSpace(binned);
    const trees: Tree[] = [];
    for (let index = 0; index < count; index += 1) {
      const rows = bootstrapRows(table.size, random);
      const { tree } = growTree(binned, gradients, rows, limits, random, space);
      for (let node = 0; node < tree.value.length; node += 1) tree.value[node] /= count;
      trees.push(tree);
    }
    return { start: 0, trees };
  });
}

export const randomForestKind = modelKind(forestSettings, randomForest);

/** As many rows as there are, drawn with replacement, ascending. */
function bootstrapRows(count: number, random: Random): Int32Array {
  const drawn = Int32Array.from({ length: count }, () => Math.floor(random() * count));
  return drawn.sort();
}
