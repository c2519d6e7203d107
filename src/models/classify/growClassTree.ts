import type { Random } from '../../stats/random.js';
import type { BinnedTable } from '../trees/binColumns.js';
import type { ClassTree } from './classTree.js';
import { CutSearch, type Cut } from './cutSearch.js';

/** What limits a tree of classes. */
export interface ClassTreeLimits {
  readonly maxDepth: number;
  /** Rows that each side of a cut must hold. */
  readonly minLeafRows: number;
  /** Columns that each cut may ask, drawn anew for each. */
  readonly columnsPerCut: number;
}

/**
 * Grows classification trees by the Gini impurity (CART: Breiman, Friedman, Olshen and Stone 1984) on binned columns.
 * Checked against scikit-learn's `DecisionTreeClassifier`.
 */
export class ClassTreeGrower {
  readonly #search: CutSearch;
  readonly #spare: Int32Array;
  readonly #hasMissing: readonly boolean[];

  constructor(
    readonly table: BinnedTable,
    classes: Int32Array,
    weights: Float64Array,
    readonly count: number,
    readonly limits: ClassTreeLimits,
  ) {
    this.#search = new CutSearch(table, classes, weights, count, limits.minLeafRows);
    this.#spare = new Int32Array(table.size);
    this.#hasMissing = table.columns.map((bins, j) => bins.includes(table.rules[j].count));
  }

  /** @param rows training rows, each once; left in another order */
  grow(rows: Int32Array, random: Random): ClassTree {
    const nodes = new Nodes(this.table, this.#hasMissing);
    const open = [{ node: nodes.add(), start: 0, end: rows.length, depth: 0 }];
    for (let next = open.pop(); next; next = open.pop()) {
      const { node, start, end, depth } = next;
      const own = rows.subarray(start, end);
      const cut = this.#cutOf(own, depth, random);
      if (cut === null) {
        nodes.close(node, this.#search.totalsOf(own));
        continue;
      }
      const middle = start + this.#partition(own, cut);
      const [left, right] = nodes.split(node, cut, middle - start >= end - middle);
      open.push({ node: right, start: middle, end, depth: depth + 1 });
      open.push({ node: left, start, end: middle, depth: depth + 1 });
    }
    return nodes.build();
  }

  #cutOf(rows: Int32Array, depth: number, random: Random): Cut | null {
    const { maxDepth, minLeafRows, columnsPerCut } = this.limits;
    if (depth >= maxDepth || rows.length < 2 * minLeafRows) return null;
    return this.#search.best(rows, drawSome(this.table.columns.length, columnsPerCut, random));
  }

  #partition(rows: Int32Array, cut: Cut): number {
    const bins = this.table.columns[cut.column];
    const missing = this.table.rules[cut.column].count;
    let [kept, moved] = [0, 0];
    for (const row of rows) {
      const bin = bins[row];
      const isLeft = bin === missing ? cut.missingLeft : bin <= cut.bin;
      if (isLeft) rows[kept++] = row;
      else this.#spare[moved++] = row;
    }
    rows.set(this.#spare.subarray(0, moved), kept);
    return kept;
  }
}

/** Collects nodes, and the class weights of those that stay leaves. */
class Nodes {
  readonly #left: number[] = [];
  readonly #right: number[] = [];
  readonly #column: number[] = [];
  readonly #threshold: number[] = [];
  readonly #missingLeft: number[] = [];
  readonly #leaves = new Map<number, [code: number, share: number][]>();

  constructor(
    readonly table: BinnedTable,
    readonly hasMissing: readonly boolean[],
  ) {}

  add(): number {
    this.#right.push(-1);
    this.#column.push(-1);
    this.#threshold.push(0);
    this.#missingLeft.push(0);
    return this.#left.push(-1) - 1;
  }

  split(node: number, { column, bin, missingLeft }: Cut, isLeftLarger: boolean): [number, number] {
    const { edges } = this.table.rules[column];
    this.#column[node] = column;
    this.#threshold[node] = bin < edges.length ? edges[bin] : Number.MAX_VALUE;
    // Where training has no missing value, they follow the larger side.
    this.#missingLeft[node] = Number(this.hasMissing[column] ? missingLeft : isLeftLarger);
    this.#left[node] = this.add();
    this.#right[node] = this.add();
    return [this.#left[node], this.#right[node]];
  }

  close(node: number, totals: Float64Array): void {
    const weight = totals.reduce((sum, total) => sum + total, 0);
    const entries = [...totals].flatMap((total, code): [number, number][] =>
      total > 0 ? [[code, total / weight]] : [],
    );
    this.#leaves.set(node, entries);
  }

  build(): ClassTree {
    const perNode = this.#left.map((_, node) => this.#leaves.get(node) ?? []);
    const start = new Int32Array(perNode.length + 1);
    perNode.forEach((entries, node) => (start[node + 1] = start[node] + entries.length));
    const entries = perNode.flat();
    return {
      column: Int32Array.from(this.#column),
      threshold: Float64Array.from(this.#threshold),
      left: Int32Array.from(this.#left),
      right: Int32Array.from(this.#right),
      missingLeft: Uint8Array.from(this.#missingLeft),
      start,
      classes: Int32Array.from(entries, ([code]) => code),
      shares: Float64Array.from(entries, ([, share]) => share),
    };
  }
}

/** Some of the first `count` whole numbers, in random order where not all are wanted. */
function drawSome(count: number, wanted: number, random: Random): Int32Array {
  const all = Int32Array.from({ length: count }, (_, index) => index);
  if (wanted >= count) return all;
  for (let i = 0; i < wanted; i += 1) {
    const j = i + Math.floor(random() * (count - i));
    [all[i], all[j]] = [all[j], all[i]];
  }
  return all.subarray(0, wanted);
}
