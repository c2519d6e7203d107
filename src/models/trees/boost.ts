import type { Random } from '../../stats/random.js';
import type { ModelTable } from '../modelTable.js';
import { applyBins, learnBins } from './binColumns.js';
import { growTree } from './growTree.js';
import { GrowSpace } from './growSpace.js';
import type { Loss } from './loss.js';
import { addTrees } from './addTrees.js';
import type { Tree } from './tree.js';
import type { TreeLimits } from './treeLimits.js';

export interface BoostOptions {
  /** Trees at most. */
  readonly rounds: number;
  /** What part of each tree's prediction is added. */
  readonly learningRate: number;
  /** Share of the rows that each tree learns from, drawn anew without replacement. */
  readonly rowShare: number;
  readonly maxBins: number;
  readonly limits: TreeLimits;
  readonly loss: Loss;
  readonly random: Random;
  /** Stops when the loss of these rows has not fallen for `patience` trees, and goes back to its least. */
  readonly validation?: { readonly table: ModelTable; readonly target: Float64Array };
  readonly patience: number;
}

/** A start and trees whose values, already times the learning rate, are added to it. */
export interface TreeSum {
  readonly start: number;
  readonly trees: readonly Tree[];
}

/** Gradient boosting of regression trees (Friedman 2001) with the second-order recipe of XGBoost. */
export function boost(table: ModelTable, target: Float64Array, options: BoostOptions): TreeSum {
  const { loss, limits, random, learningRate } = options;
  const binned = applyBins(table, learnBins(table, options.maxBins));
  const start = loss.start(target);
  const predicted = new Float64Array(table.size).fill(start);
  const space = new GrowSpace(binned);
  const gradients = { first: new Float64Array(table.size), second: null };
  const stopping = new EarlyStopping(options, start);
  const trees: Tree[] = [];
  while (trees.length < options.rounds && !stopping.isOver) {
    loss.gradients(target, predicted, gradients);
    const rows = drawRows(table.size, options.rowShare, random);
    const grown = growTree(binned, gradients, rows, limits, random, space);
    loss.renew?.(grown, target, predicted);
    const { tree } = grown;
    for (let node = 0; node < tree.value.length; node += 1) tree.value[node] *= learningRate;
    if (rows.length === table.size) addToRows(grown, predicted);
    else addTrees([tree], table, predicted);
    trees.push(tree);
    stopping.add(tree);
  }
  return { start, trees: trees.slice(0, stopping.best ?? trees.length) };
}

/** The sum of a start and all trees, per row. */
export function predictSum({ start, trees }: TreeSum, table: ModelTable): Float64Array {
  const totals = new Float64Array(table.size).fill(start);
  addTrees(trees, table, totals);
  return totals;
}

/** Training rows know their leaf already. */
function addToRows(grown: ReturnType<typeof growTree>, predicted: Float64Array): void {
  for (const { node, start, end } of grown.leaves) {
    const value = grown.tree.value[node];
    for (let i = start; i < end; i += 1) predicted[grown.rows[i]] += value;
  }
}

/** Rows in ascending order; all of them for a share of 1. */
export function drawRows(count: number, share: number, random: Random): Int32Array {
  const wanted = Math.max(1, Math.round(share * count));
  const drawn = new Int32Array(wanted);
  let taken = 0;
  for (let row = 0; row < count && taken < wanted; row += 1) {
    const isSure = count - row === wanted - taken;
    if (isSure || random() * (count - row) < wanted - taken) drawn[taken++] = row;
  }
  return drawn;
}

class EarlyStopping {
  best: number | null = null;
  #least = Number.POSITIVE_INFINITY;
  #trees = 0;
  readonly #predicted: Float64Array;

  constructor(
    readonly options: BoostOptions,
    start: number,
  ) {
    this.#predicted = new Float64Array(options.validation?.table.size ?? 0).fill(start);
  }

  get isOver(): boolean {
    return this.best !== null && this.#trees - this.best >= this.options.patience;
  }

  add(tree: Tree): void {
    const { validation, loss } = this.options;
    if (!validation) return;
    this.#trees += 1;
    addTrees([tree], validation.table, this.#predicted);
    const mean = loss.mean(validation.target, this.#predicted);
    if (mean < this.#least) {
      this.#least = mean;
      this.best = this.#trees;
    }
  }
}
