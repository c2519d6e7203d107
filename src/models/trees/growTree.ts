import type { Random } from '../../stats/random.js';
import { MAX_BINS, type BinnedTable } from './binColumns.js';
import { bestSplit, type ChildState, type LeafState, type Split } from './bestSplit.js';
import {
  HistogramPool,
  packGradients,
  type Gradients,
  type Histogram,
  type LeafTotals,
} from './histogram.js';
import { GrowSpace } from './growSpace.js';
import { TreeBuilder } from './treeBuilder.js';
import type { Tree } from './tree.js';
import type { TreeLimits } from './treeLimits.js';

/** A grown tree, and where its training rows ended. */
export interface GrownTree {
  readonly tree: Tree;
  /** Training rows, those of one leaf together, ascending within it. */
  readonly rows: Int32Array;
  /** Per leaf its node and the range of `rows` that it holds. */
  readonly leaves: readonly {
    readonly node: number;
    readonly start: number;
    readonly end: number;
  }[];
}

interface Leaf extends ChildState {
  readonly node: number;
  readonly start: number;
  readonly end: number;
  readonly depth: number;
}

interface OpenLeaf extends Leaf, LeafState {
  readonly split: Split;
}

/**
 * Grows one regression tree on binned columns, best split first: each leaf predicts −G / (H + λ), and a split gains
 * what it takes from the second-order approximation of the loss (Chen and Guestrin 2016). With gradients of minus the
 * target and no second derivatives this is the variance-reducing tree of CART.
 *
 * @param rows training rows, ascending
 * @param space memory of an earlier tree on the same table
 */
export function growTree(
  table: BinnedTable,
  gradients: Gradients,
  rows: Int32Array,
  limits: TreeLimits,
  random: Random,
  space = new GrowSpace(table),
): GrownTree {
  return new Grower(space, gradients, rows.slice(), limits, random).grow();
}

class Grower {
  readonly #pool: HistogramPool;
  readonly #columns: Int32Array;
  readonly #shuffled: Int32Array;
  /** Those of the tree's columns that the split at hand may ask: the front of the shuffled ones. */
  readonly #drawn: Int32Array;
  readonly #builder: TreeBuilder;
  /** Where each split may ask other columns, histograms are not handed down: one serves all nodes. */
  readonly #passing: Histogram | null;

  constructor(
    readonly space: GrowSpace,
    readonly gradients: Gradients,
    readonly rows: Int32Array,
    readonly limits: TreeLimits,
    readonly random: Random,
  ) {
    this.#builder = new TreeBuilder(space.table.rules, limits.lambda);
    const all = Int32Array.from(space.table.columns.keys());
    const count = partOf(all.length, limits.columnShare);
    drawToFront(all, count, random);
    this.#columns = all.subarray(0, count);
    this.#shuffled = this.#columns.slice();
    this.#drawn = this.#shuffled.subarray(0, partOf(count, limits.nodeColumnShare));
    const packed = packGradients(gradients.first, rows, space.packed);
    this.#pool = new HistogramPool(space, packed, gradients.second, this.#columns);
    this.#passing = limits.nodeColumnShare < 1 ? space.takeHistogram() : null;
  }

  grow(): GrownTree {
    const { maxLeaves } = this.limits;
    const open: OpenLeaf[] = [];
    const closed: Leaf[] = [];
    const add = (leaf: OpenLeaf | Leaf): unknown =>
      'split' in leaf ? open.push(leaf) : closed.push(leaf);
    add(this.#root());
    while (open.length > 0 && open.length + closed.length < maxLeaves) {
      // Without a limit all splits are made, and going deep first keeps few histograms.
      const place = maxLeaves === Number.POSITIVE_INFINITY ? open.length - 1 : largestGain(open);
      const [leaf] = open.splice(place, 1);
      const isLast = open.length + closed.length + 2 >= maxLeaves;
      this.#split(leaf, isLast).forEach(add);
    }
    for (const { histogram } of open) this.#release(histogram);
    if (this.#passing) this.space.releaseHistogram(this.#passing);
    return {
      tree: this.#builder.build(),
      rows: this.rows,
      leaves: [...closed, ...open].map(({ node, start, end }) => ({ node, start, end })),
    };
  }

  #root(): OpenLeaf | Leaf {
    const bounds = { lowest: Number.NEGATIVE_INFINITY, highest: Number.POSITIVE_INFINITY };
    const state = { ...this.#totals(), ...bounds };
    const node = this.#builder.addLeaf(state);
    const leaf = { ...state, node, start: 0, end: this.rows.length, depth: 0 };
    return this.#open(leaf, () => this.#pool.fill(this.rows, 0, this.rows.length));
  }

  #totals(): LeafTotals {
    const { rows } = this;
    const { first, second } = this.gradients;
    let gradient = 0;
    for (let i = 0; i < rows.length; i += 1) gradient += first[rows[i]];
    let hessian = rows.length;
    if (second !== null) hessian = rows.reduce((sum, row) => sum + second[row], 0);
    return { gradient, hessian, count: rows.length };
  }

  /** A leaf with its best split, or as it is where it has none. */
  #open(leaf: Leaf, histogramOf: () => Histogram): OpenLeaf | Leaf {
    const { maxDepth, minLeafRows } = this.limits;
    const canSplit = leaf.depth < maxDepth && leaf.count >= 2 * minLeafRows;
    if (this.#passing === null) {
      const histogram = histogramOf();
      const split = canSplit
        ? bestSplit(this.#pool, { ...leaf, histogram }, this.#columns, this.limits)
        : null;
      if (split) return { ...leaf, histogram, split };
      this.#release(histogram);
      return leaf;
    }
    if (!canSplit) return leaf;
    const columns = this.#drawn;
    drawToFront(this.#shuffled, columns.length, this.random);
    this.#pool.fillSome(this.#passing, this.rows, leaf.start, leaf.end, columns);
    const split = bestSplit(
      this.#pool,
      { ...leaf, histogram: this.#passing },
      columns,
      this.limits,
    );
    return split ? { ...leaf, histogram: this.#passing, split } : leaf;
  }

  #release(histogram: Histogram): void {
    if (histogram !== this.#passing) this.space.releaseHistogram(histogram);
  }

  /** The children of the last split need no histogram: nothing is split after it. */
  #split(leaf: OpenLeaf, isLast: boolean): (OpenLeaf | Leaf)[] {
    const { split, histogram } = leaf;
    const middle = this.#partition(leaf, split);
    const [leftNode, rightNode] = this.#builder.split(leaf.node, split);
    const depth = leaf.depth + 1;
    const left = { ...split.left, node: leftNode, start: leaf.start, end: middle, depth };
    const right = { ...split.right, node: rightNode, start: middle, end: leaf.end, depth };
    if (isLast) {
      this.#release(histogram);
      return [left, right];
    }
    if (this.#passing) return [left, right].map((child) => this.#open(child, () => histogram));
    const [smaller, larger] = left.count <= right.count ? [left, right] : [right, left];
    const small = this.#pool.fill(this.rows, smaller.start, smaller.end);
    const large = this.#pool.subtract(histogram, small);
    return [left, right].map((child) =>
      this.#open(child, () => (child === larger ? large : small)),
    );
  }

  /** Moves the rows that go left before those that go right, both in their old order. */
  #partition({ start, end }: OpenLeaf, split: Split): number {
    const { rows } = this;
    const { spareRows, table } = this.space;
    const bins = table.columns[split.column];
    markSides(split, table.rules[split.column].count);
    let kept = start;
    let moved = 0;
    // Each row is written to both sides, and stays on the one that then moves on: nothing for the processor to guess.
    for (let i = start; i < end; i += 1) {
      const row = rows[i];
      const isLeft = GOES_LEFT[bins[row]];
      rows[kept] = row;
      spareRows[moved] = row;
      kept += isLeft;
      moved += 1 - isLeft;
    }
    rows.set(spareRows.subarray(0, moved), kept);
    return kept;
  }
}

/** Per bin of the column that is split: 1 goes left. Of the module, for memory that never moves is read faster. */
const GOES_LEFT = new Uint8Array(MAX_BINS + 1);

function markSides({ bin, leftBins, isMissingLeft }: Split, missing: number): void {
  GOES_LEFT.fill(0);
  if (leftBins === null) GOES_LEFT.fill(1, 0, bin + 1);
  else for (const one of leftBins) GOES_LEFT[one] = 1;
  GOES_LEFT[missing] = isMissingLeft ? 1 : 0;
}

function largestGain(open: readonly OpenLeaf[]): number {
  let best = 0;
  let gain = 0;
  open.forEach(({ split }, place) => {
    if (split.gain > gain) {
      gain = split.gain;
      best = place;
    }
  });
  return best;
}

/** How many of some numbers are a share of them, at least one. */
function partOf(count: number, share: number): number {
  return Math.min(count, Math.max(1, Math.round(share * count)));
}

/** Moves some of the numbers, drawn at random, to the front: there they stand in ascending order. */
function drawToFront(numbers: Int32Array, wanted: number, random: Random): void {
  if (wanted === numbers.length) return;
  for (let i = 0; i < wanted; i += 1) {
    const j = i + Math.floor(random() * (numbers.length - i));
    const drawn = numbers[j];
    numbers[j] = numbers[i];
    let place = i;
    while (place > 0 && numbers[place - 1] > drawn) {
      numbers[place] = numbers[place - 1];
      place -= 1;
    }
    numbers[place] = drawn;
  }
}
