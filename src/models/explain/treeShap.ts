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
  for (const tree of sum.trees) {
    expected += meanValue(tree);
    new TreeWalk(tree, cells, values).descend(0, [], 1, 1, -1);
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

/** A column on the way from the root: which share of rows follows when it is unknown, whether the row itself does. */
interface Step {
  readonly column: number;
  readonly zero: number;
  readonly one: number;
  weight: number;
}

class TreeWalk {
  constructor(
    readonly tree: Tree,
    readonly cells: Float64Array,
    readonly values: Float64Array,
  ) {}

  descend(node: number, above: readonly Step[], zero: number, one: number, column: number): void {
    const path = extend(above, zero, one, column);
    const { tree } = this;
    if (tree.left[node] < 0) {
      for (let i = 1; i < path.length; i += 1) {
        const step = path[i];
        const weight = unwoundSum(path, i);
        this.values[step.column] += weight * (step.one - step.zero) * tree.value[node];
      }
      return;
    }
    const asked = tree.column[node];
    const hot = nextNode(tree, node, this.cells[asked]);
    const cold = hot === tree.left[node] ? tree.right[node] : tree.left[node];
    const before = path.findIndex((step, index) => index > 0 && step.column === asked);
    const known = before < 0 ? { zero: 1, one: 1 } : path[before];
    const rest = before < 0 ? path : unwind(path, before);
    const share = (child: number): number => (known.zero * tree.cover[child]) / tree.cover[node];
    this.descend(hot, rest, share(hot), known.one, asked);
    this.descend(cold, rest, share(cold), 0, asked);
  }
}

/** The path with one more column; the weight of a step is that of all subsets of its size. */
function extend(above: readonly Step[], zero: number, one: number, column: number): Step[] {
  const path = above.map((step) => ({ ...step }));
  const depth = path.length;
  path.push({ column, zero, one, weight: depth === 0 ? 1 : 0 });
  for (let i = depth - 1; i >= 0; i -= 1) {
    path[i + 1].weight += (one * path[i].weight * (i + 1)) / (depth + 1);
    path[i].weight = (zero * path[i].weight * (depth - i)) / (depth + 1);
  }
  return path;
}

/** The path as it was before the column at a place was added. */
function unwind(path: readonly Step[], place: number): Step[] {
  const depth = path.length - 1;
  const { zero, one } = path[place];
  const weights = path.map(({ weight }) => weight);
  let next = weights[depth];
  for (let i = depth - 1; i >= 0; i -= 1) {
    if (one !== 0) {
      const kept = weights[i];
      weights[i] = (next * (depth + 1)) / ((i + 1) * one);
      next = kept - (weights[i] * zero * (depth - i)) / (depth + 1);
    } else {
      weights[i] = (weights[i] * (depth + 1)) / (zero * (depth - i));
    }
  }
  return path
    .filter((_, index) => index !== place)
    .map((step, index) => ({ ...step, weight: weights[index] }));
}

/** Sum of the weights of the path without the column at a place. */
function unwoundSum(path: readonly Step[], place: number): number {
  const depth = path.length - 1;
  const { zero, one } = path[place];
  let next = path[depth].weight;
  let total = 0;
  for (let i = depth - 1; i >= 0; i -= 1) {
    if (one !== 0) {
      const weight = (next * (depth + 1)) / ((i + 1) * one);
      total += weight;
      next = path[i].weight - (weight * zero * (depth - i)) / (depth + 1);
    } else {
      total += (path[i].weight * (depth + 1)) / (zero * (depth - i));
    }
  }
  return total;
}
