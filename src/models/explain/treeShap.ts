import type { ModelTable } from '../modelTable.js';
import type { TreeSum } from '../trees/boost.js';
import { nextNode, type Tree } from '../trees/tree.js';

/** How much each column moves one prediction away from what is expected of any row. */
export interface ShapValues {
  /** The mean prediction over the training rows, as the covers of the nodes weigh them. */
  readonly expected: number;
  /** Per column, in the order of the table; together with `expected` they sum to the prediction. */
  readonly values: Float64Array;
}

/**
 * Shapley values of a sum of trees for one row: the exact path-dependent TreeSHAP (Lundberg, Erion and Lee 2018,
 * algorithm 2), in time that grows with leaves times depth squared. Where a column is taken as unknown, both children
 * are followed, each with its share of the training rows. Checked against LightGBM's `predict(pred_contrib=True)`.
 *
 * @param table aligned with the columns of the model
 */
export function treeShap(sum: TreeSum, table: ModelTable, row: number): ShapValues {
  const cells = Float64Array.from(table.columns, ({ values }) => values[row]);
  const values = new Float64Array(table.columns.length);
  let expected = sum.start;
  const paths = new Paths();
  for (const tree of sum.trees) {
    expected += meanValue(tree);
    new TreeWalk(tree, cells, values, paths).descend(0, 0, 0, 1, 1, -1);
  }
  return { expected, values };
}

/** What a tree predicts on average over its training rows. */
function meanValue(tree: Tree): number {
  let total = 0;
  for (let node = 0; node < tree.left.length; node += 1) {
    if (tree.left[node] < 0) total += tree.cover[node] * tree.value[node];
  }
  return total / tree.cover[0];
}

/**
 * The columns asked on the way from the root, one path behind the other: a node's begins where its parent's ends. Per
 * step: the column, the share of rows that follows where it is unknown, whether the row itself does, and the weight of
 * all subsets of that size.
 */
class Paths {
  column = new Int32Array(256);
  zero = new Float64Array(256);
  one = new Float64Array(256);
  weight = new Float64Array(256);

  reserve(steps: number): void {
    if (steps <= this.column.length) return;
    const size = 2 * steps;
    const grown = <T extends Int32Array | Float64Array>(larger: T, old: T): T => {
      larger.set(old);
      return larger;
    };
    this.column = grown(new Int32Array(size), this.column);
    this.zero = grown(new Float64Array(size), this.zero);
    this.one = grown(new Float64Array(size), this.one);
    this.weight = grown(new Float64Array(size), this.weight);
  }

  copy(from: number, to: number, count: number): void {
    for (let i = 0; i < count; i += 1) {
      this.column[to + i] = this.column[from + i];
      this.zero[to + i] = this.zero[from + i];
      this.one[to + i] = this.one[from + i];
      this.weight[to + i] = this.weight[from + i];
    }
  }

  /** Adds one more column to a path of `depth` steps. */
  extend(at: number, depth: number, zero: number, one: number, column: number): void {
    const { weight } = this;
    this.column[at + depth] = column;
    this.zero[at + depth] = zero;
    this.one[at + depth] = one;
    weight[at + depth] = depth === 0 ? 1 : 0;
    for (let i = at + depth - 1, step = depth; i >= at; i -= 1, step -= 1) {
      weight[i + 1] += (one * weight[i] * step) / (depth + 1);
      weight[i] = (zero * weight[i] * (depth + 1 - step)) / (depth + 1);
    }
  }

  /** Takes the column at a place out of a path whose last step is `depth`, as if it had never been added. */
  unwind(at: number, depth: number, place: number): void {
    const { weight } = this;
    const zero = this.zero[at + place];
    const one = this.one[at + place];
    let next = weight[at + depth];
    for (let i = depth - 1; i >= 0; i -= 1) {
      if (one !== 0) {
        const kept = weight[at + i];
        weight[at + i] = (next * (depth + 1)) / ((i + 1) * one);
        next = kept - (weight[at + i] * zero * (depth - i)) / (depth + 1);
      } else {
        weight[at + i] = (weight[at + i] * (depth + 1)) / (zero * (depth - i));
      }
    }
    for (let i = at + place; i < at + depth; i += 1) {
      this.column[i] = this.column[i + 1];
      this.zero[i] = this.zero[i + 1];
      this.one[i] = this.one[i + 1];
    }
  }

  /** Sum of the weights of the path without the column at a place. */
  unwoundSum(at: number, depth: number, place: number): number {
    const { weight } = this;
    const zero = this.zero[at + place];
    const one = this.one[at + place];
    let next = weight[at + depth];
    let total = 0;
    for (let i = depth - 1; i >= 0; i -= 1) {
      if (one !== 0) {
        const unwound = (next * (depth + 1)) / ((i + 1) * one);
        total += unwound;
        next = weight[at + i] - (unwound * zero * (depth - i)) / (depth + 1);
      } else {
        total += (weight[at + i] * (depth + 1)) / (zero * (depth - i));
      }
    }
    return total;
  }
}

class TreeWalk {
  constructor(
    readonly tree: Tree,
    readonly cells: Float64Array,
    readonly values: Float64Array,
    readonly paths: Paths,
  ) {}

  /** @param from where the parent's path of `depth` steps begins */
  descend(
    node: number,
    from: number,
    depth: number,
    zero: number,
    one: number,
    column: number,
  ): void {
    const { tree, paths } = this;
    const at = from + depth;
    paths.reserve(at + depth + 1);
    paths.copy(from, at, depth);
    paths.extend(at, depth, zero, one, column);
    if (tree.left[node] < 0) return this.#addLeaf(at, depth, tree.value[node]);
    const asked = tree.column[node];
    const hot = nextNode(tree, node, this.cells[asked]);
    const cold = hot === tree.left[node] ? tree.right[node] : tree.left[node];
    let [knownZero, knownOne, steps] = [1, 1, depth + 1];
    const before = paths.column.subarray(at + 1, at + depth + 1).indexOf(asked) + 1;
    if (before > 0) {
      knownZero = paths.zero[at + before];
      knownOne = paths.one[at + before];
      paths.unwind(at, depth, before);
      steps = depth;
    }
    const scale = knownZero / tree.cover[node];
    this.descend(hot, at, steps, scale * tree.cover[hot], knownOne, asked);
    this.descend(cold, at, steps, scale * tree.cover[cold], 0, asked);
  }

  #addLeaf(at: number, depth: number, value: number): void {
    const { column, zero, one } = this.paths;
    for (let place = 1; place <= depth; place += 1) {
      const weight = this.paths.unwoundSum(at, depth, place);
      this.values[column[at + place]] += weight * (one[at + place] - zero[at + place]) * value;
    }
  }
}
