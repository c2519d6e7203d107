import { z } from 'zod';
import { createRandom } from '../../stats/random.js';
import { drawRows, predictSum, type TreeSum } from '../trees/boost.js';
import { applyBins, learnBins } from '../trees/binColumns.js';
import { growTree, type GrownTree } from '../trees/growTree.js';
import { GrowSpace } from '../trees/growSpace.js';
import { UNLIMITED, type TreeLimits } from '../trees/treeLimits.js';
import { treeSumFromJson, treeSumSchema, treeSumToJson } from '../trees/treeJson.js';
import { addTrees } from '../trees/addTrees.js';
import type { Tree } from '../trees/tree.js';
import type { Classifier } from './classifier.js';
import { defineClassifier, type ClassRows } from './defineClassifier.js';
import { softmax } from './softmax.js';

export interface ClassBoostingSettings {
  /** Steps; each grows one tree per class. */
  readonly rounds: number;
  readonly learningRate: number;
  /** Share of the rows that each step learns from, drawn anew without replacement. */
  readonly rowShare: number;
  readonly maxBins: number;
  readonly limits: TreeLimits;
}

export const CLASS_BOOSTING_DEFAULTS: ClassBoostingSettings = {
  rounds: 150,
  learningRate: 0.08,
  rowShare: 0.8,
  maxBins: 255,
  limits: {
    ...UNLIMITED,
    maxLeaves: 15,
    minLeafRows: 20,
    minLeafHessian: 1e-3,
    lambda: 5,
    columnShare: 0.5,
  },
};

/** Per class its sum of trees. */
type Sums = readonly TreeSum[];

const savedSchema = z.array(treeSumSchema);

/**
 * Gradient boosting with the softmax loss: at each step one tree per class learns what its probability lacks
 * (Friedman 2001), with second derivatives as in LightGBM's multiclass objective, against which it is checked.
 */
export function classBoosting(settings: Partial<ClassBoostingSettings> = {}): Classifier {
  const all = { ...CLASS_BOOSTING_DEFAULTS, ...settings };
  return defineClassifier<Sums, z.infer<typeof savedSchema>>({
    id: 'gradient_boosting',
    title: 'Gradient boosting',
    schema: savedSchema,
    learn: (rows, seed) => boostClasses(rows, seed, all),
    predict(sums, table, count) {
      const scores = new Float64Array(table.size * count);
      sums.forEach((sum, code) => {
        predictSum(sum, table).forEach((score, row) => (scores[row * count + code] = score));
      });
      for (let row = 0; row < table.size; row += 1) softmax(scores, row * count, (row + 1) * count);
      return scores;
    },
    save: (sums) => sums.map(treeSumToJson),
    restore(saved, columns, count) {
      if (saved.length !== count) {
        throw new RangeError(`${count} classes need as many sums of trees, got ${saved.length}`);
      }
      return saved.map((sum) => treeSumFromJson(sum, columns.length));
    },
  });
}

function boostClasses(rows: ClassRows, seed: number, settings: ClassBoostingSettings): Sums {
  const { table, count } = rows;
  const { rounds, learningRate, rowShare, maxBins, limits } = settings;
  const random = createRandom(seed);
  const binned = applyBins(table, learnBins(table, maxBins));
  const space = new GrowSpace(binned);
  const starts = logShares(rows);
  const scores = starts.map((start) => new Float64Array(table.size).fill(start));
  const trees = starts.map((): Tree[] => []);
  const first = starts.map(() => new Float64Array(table.size));
  const second = starts.map(() => new Float64Array(table.size));
  for (let round = 0; round < rounds; round += 1) {
    derivatives(rows, scores, first, second);
    const drawn = drawRows(table.size, rowShare, random);
    for (let code = 0; code < count; code += 1) {
      const gradients = { first: first[code], second: second[code] };
      const grown = growTree(binned, gradients, drawn, limits, random, space);
      const { tree } = grown;
      for (let node = 0; node < tree.value.length; node += 1) tree.value[node] *= learningRate;
      if (drawn.length === table.size) addToRows(grown, scores[code]);
      else addTrees([tree], table, scores[code]);
      trees[code].push(tree);
    }
  }
  return starts.map((start, code) => ({ start, trees: trees[code] }));
}

/** Logarithms of the classes' shares of the weight: where boosting starts. */
function logShares({ classes, count, weights }: ClassRows): number[] {
  const shares = new Array<number>(count).fill(0);
  let total = 0;
  classes.forEach((code, row) => {
    shares[code] += weights[row];
    total += weights[row];
  });
  return shares.map((share) => Math.log(share / total));
}

/** Derivatives of the loss by each class's score; the second is stretched by K / (K − 1), as in LightGBM. */
function derivatives(
  { classes, count, weights }: ClassRows,
  scores: readonly Float64Array[],
  first: readonly Float64Array[],
  second: readonly Float64Array[],
): void {
  const stretch = count / (count - 1);
  const shares = new Float64Array(count);
  for (let row = 0; row < classes.length; row += 1) {
    for (let code = 0; code < count; code += 1) shares[code] = scores[code][row];
    softmax(shares, 0, count);
    const weight = weights[row];
    for (let code = 0; code < count; code += 1) {
      const share = shares[code];
      first[code][row] = weight * (share - Number(classes[row] === code));
      second[code][row] = weight * stretch * share * (1 - share);
    }
  }
}

/** Training rows know their leaf already. */
function addToRows({ tree, rows, leaves }: GrownTree, scores: Float64Array): void {
  for (const { node, start, end } of leaves) {
    for (let i = start; i < end; i += 1) scores[rows[i]] += tree.value[node];
  }
}
