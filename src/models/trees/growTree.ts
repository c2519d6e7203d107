import type { Random } from '../../stats/random.js';
import type { BinnedTable } from './binColumns.js';
import { bestSplit, type LeafState, type Split } from './bestSplit.js';
import { HistogramPool, packGradients, type Gradients, type LeafTotals } from './histogram.js';
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

interface OpenLeaf extends LeafState {
  readonly node: number;
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  split: Split | null;
}

/**
 * Grows one regression tree on binned columns, best split first: each leaf predicts −G / (H + λ), and a split gains
 * what it takes from the second-order approximation of the loss (Chen and Guestrin 2016). With gradients of minus the
 * target and no second derivatives this is the variance-reducing tree of CART.
 *
 * @param rows training rows, ascending
 */
export function growTree(
  table: BinnedTable,
  gradients: Gradients,
  rows: Int32Array,
  limits: TreeLimits,
  random: Random,
): GrownTree {
  return new Grower(table, gradients, rows.slice(), limits, random).grow();
}

class Grower {
  readonly #pool: HistogramPool;
  readonly #spare: Int32Array;
  readonly #columns: Int32Array;
  readonly #builder = new TreeBuilder();

  constructor(
    readonly table: BinnedTable,
    readonly gradients: Gradients,
    readonly rows: Int32Array,
    readonly limits: TreeLimits,
    readonly random: Random,
  ) {
    this.#columns = drawShare(table.columns.length, limits.columnShare, random);
    const packed = packGradients(gradients.first, rows, new Float64Array(table.size));
    this.#pool = new HistogramPool(table, packed, gradients.second, this.#columns);
    this.#spare = new Int32Array(rows.length);
  }

  grow(): GrownTree {
    const open: OpenLeaf[] = [this.#root()];
    while (open.length < this.limits.maxLeaves) {
      const place = largestGain(open);
      if (place < 0) break;
      const isLast = open.length + 1 >= this.limits.maxLeaves;
      const [left, right] = this.#split(open[place], open[place].split!, isLast);
      open[place] = left;
      open.push(right);
    }
    return {
      tree: this.#builder.build(this.table.rules),
      rows: this.rows,
      leaves: open.map(({ node, start, end }) => ({ node, start, end })),
    };
  }

  #root(): OpenLeaf {
    const histogram = this.#pool.fill(this.rows, 0, this.rows.length);
    const totals = this.#totals();
    const bounds = { lowest: Number.NEGATIVE_INFINITY, highest: Number.POSITIVE_INFINITY };
    const state = { ...totals, ...bounds, histogram };
    const node = this.#builder.addLeaf(state, this.limits.lambda);
    return this.#open({ ...state, node, start: 0, end: this.rows.length, depth: 0 });
  }

  #totals(): LeafTotals {
    const { first, second } = this.gradients;
    let gradient = 0;
    let hessian = 0;
    for (const row of this.rows) {
      gradient += first[row];
      hessian += second === null ? 1 : second[row];
    }
    return { gradient, hessian, count: this.rows.length };
  }

  #open(leaf: Omit<OpenLeaf, 'split'>): OpenLeaf {
    const { maxDepth, minLeafRows, nodeColumnShare } = this.limits;
    if (leaf.depth >= maxDepth || leaf.count < 2 * minLeafRows) return { ...leaf, split: null };
    const columns =
      nodeColumnShare < 1
        ? drawShare(this.#columns.length, nodeColumnShare, this.random).map(
            (at) => this.#columns[at],
          )
        : this.#columns;
    return { ...leaf, split: bestSplit(this.#pool, leaf, columns, this.limits) };
  }

  /** The children of the last split need no histogram: nothing is split after it. */
  #split(leaf: OpenLeaf, split: Split, isLast: boolean): [OpenLeaf, OpenLeaf] {
    const middle = this.#partition(leaf, split);
    const [leftNode, rightNode] = this.#builder.split(leaf.node, split, this.limits.lambda);
    const depth = leaf.depth + 1;
    const left = { ...split.left, node: leftNode, start: leaf.start, end: middle, depth };
    const right = { ...split.right, node: rightNode, start: middle, end: leaf.end, depth };
    const { histogram } = leaf;
    if (isLast) {
      return [
        { ...left, histogram, split: null },
        { ...right, histogram, split: null },
      ];
    }
    const isLeftSmaller = left.count <= right.count;
    const { start, end } = isLeftSmaller ? left : right;
    const small = this.#pool.fill(this.rows, start, end);
    const large = this.#pool.subtract(histogram, small);
    const children: [OpenLeaf, OpenLeaf] = [
      this.#open({ ...left, histogram: isLeftSmaller ? small : large }),
      this.#open({ ...right, histogram: isLeftSmaller ? large : small }),
    ];
    for (const child of children) if (child.split === null) this.#pool.release(child.histogram);
    return children;
  }

  /** Moves the rows that go left before those that go right, both in their old order. */
  #partition({ start, end }: OpenLeaf, { column, goesLeft }: Split): number {
    const { rows } = this;
    const bins = this.table.columns[column];
    const spare = this.#spare;
    let kept = start;
    let moved = 0;
    for (let i = start; i < end; i += 1) {
      const row = rows[i];
      if (goesLeft[bins[row]] === 1) rows[kept++] = row;
      else spare[moved++] = row;
    }
    rows.set(spare.subarray(0, moved), kept);
    return kept;
  }
}

function largestGain(open: readonly OpenLeaf[]): number {
  let best = -1;
  let gain = 0;
  open.forEach(({ split }, place) => {
    if (split !== null && split.gain > gain) {
      gain = split.gain;
      best = place;
    }
  });
  return best;
}

/** Some of the first `count` whole numbers, ascending, at least one. */
function drawShare(count: number, share: number, random: Random): Int32Array {
  const all = Int32Array.from({ length: count }, (_, index) => index);
  const wanted = Math.min(count, Math.max(1, Math.round(share * count)));
  if (wanted === count) return all;
  for (let i = 0; i < wanted; i += 1) {
    const j = i + Math.floor(random() * (count - i));
    [all[i], all[j]] = [all[j], all[i]];
  }
  return all.subarray(0, wanted).sort();
}
