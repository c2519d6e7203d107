import type { ColumnSchema } from '../columnSchema.js';
import type { TargetMeanEncoding } from '../encode/targetMeans.js';
import type { Tree } from '../trees/tree.js';
import type { FittedTrees } from '../trees/treeRegressor.js';
import type { DoubleTensor } from './onnxGraph.js';

/** Where a node of the exported trees looks, and up to which value it goes left. */
export interface NumberTest {
  readonly feature: number;
  readonly threshold: number;
  readonly missingLeft: boolean;
}

/** Numbers that stand for a category: a row per level and a last one for missing; a column per question of the trees. */
export class CategoryTable {
  readonly columns: (readonly number[])[] = [];
  readonly #places = new Map<string, number>();

  constructor(
    readonly id: string,
    readonly levels: readonly string[],
  ) {}

  /** The column with these values, made where it is not there yet. */
  place(values: readonly number[]): number {
    const key = values.join();
    const place = this.#places.get(key) ?? this.columns.push(values) - 1;
    this.#places.set(key, place);
    return place;
  }

  tensor(): DoubleTensor {
    const rows = this.levels.length + 1;
    return {
      dims: [rows, this.columns.length],
      values: Array.from({ length: rows }, (_, row) =>
        this.columns.map((cells) => cells[row]),
      ).flat(),
    };
  }
}

/**
 * Turns categories into numbers for trees that ask numbers only. A split of levels becomes a column that is 0 for those
 * that go left and 1 for the others; target means become two columns that hold them.
 */
export class CategoryTables {
  readonly numbers: readonly ColumnSchema[];
  readonly #columns: readonly ColumnSchema[];
  readonly #tables: ReadonlyMap<string, CategoryTable>;
  /** Per column of the trees that is a target mean: its table and its place there. */
  readonly #means = new Map<string, readonly [CategoryTable, number]>();

  constructor({ columns, sum }: FittedTrees, encoding: TargetMeanEncoding | null) {
    const encoded = (encoding?.saved.encodings ?? []).map(({ column, levels }) => {
      const known = levels.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([level]) => level);
      return new CategoryTable(column, known);
    });
    for (const table of encoded) this.#addMeans(table, encoding);
    this.#columns = columns;
    this.numbers = columns.filter(({ id, kind }) => kind === 'number' && !this.#means.has(id));
    const categories = columns.filter(({ kind }) => kind === 'category');
    this.#tables = new Map(
      [...categories.map(({ id, levels }) => new CategoryTable(id, levels)), ...encoded].map(
        (table) => [table.id, table],
      ),
    );
    // All questions must be known before any has its place beside the numbers.
    for (const tree of sum.trees) {
      tree.leftCodes.forEach((codes, node) => codes && this.#splitPlace(tree, node, codes));
    }
  }

  /** Those that the trees ask. */
  get all(): readonly CategoryTable[] {
    return [...this.#tables.values()].filter(({ columns }) => columns.length > 0);
  }

  /** The question of an inner node, in the columns of the export. */
  test(tree: Tree, node: number): NumberTest {
    const { id } = this.#columns[tree.column[node]];
    const missingLeft = tree.missingLeft[node] === 1;
    const codes = tree.leftCodes[node];
    if (codes) {
      const [table, place] = this.#splitPlace(tree, node, codes);
      return { feature: this.#offset(table) + place, threshold: 0.5, missingLeft };
    }
    const mean = this.#means.get(id);
    const feature = mean
      ? this.#offset(mean[0]) + mean[1]
      : this.numbers.findIndex((column) => column.id === id);
    return { feature, threshold: tree.threshold[node], missingLeft };
  }

  #addMeans(table: CategoryTable, encoding: TargetMeanEncoding | null): void {
    const { id, levels } = table;
    const codes = Float64Array.from([...levels.keys(), NaN]);
    const column = { id, kind: 'category', values: codes, levels } as const;
    const unit = { ...column, id: encoding?.saved.unit ?? '' };
    const others = (encoding?.saved.encodings ?? []).map((one) => ({ ...column, id: one.column }));
    const encodedTable = encoding?.encode({ size: codes.length, columns: [...others, unit] });
    for (const { id: name, values } of encodedTable?.columns ?? []) {
      if (name === `${id}_mean` || name === `${id}_rows`) {
        this.#means.set(name, [table, table.place([...values])]);
      }
    }
  }

  #splitPlace(tree: Tree, node: number, codes: Int32Array): readonly [CategoryTable, number] {
    const { id } = this.#columns[tree.column[node]];
    const table = this.#tables.get(id);
    if (!table) throw new Error(`the trees split the column "${id}", which is no category`);
    const goesLeft = (code: number): number => (codes.includes(code) ? 0 : 1);
    const missing = tree.missingLeft[node] === 1 ? 0 : 1;
    return [table, table.place([...table.levels.map((_, code) => goesLeft(code)), missing])];
  }

  #offset(table: CategoryTable): number {
    let offset = this.numbers.length;
    for (const one of this.all) {
      if (one === table) return offset;
      offset += one.columns.length;
    }
    throw new Error(`the category "${table.id}" has no columns`);
  }
}
