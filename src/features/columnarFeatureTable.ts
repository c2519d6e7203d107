import type { CategoryColumn, FeatureTable } from './featureTable.js';

/** How a boolean column stores a missing value. */
export const MISSING_FLAG = 2;

/** A category column that is coded when somebody asks for it. */
export interface CodedOnDemand {
  build(): CategoryColumn;
}

/** Columns in memory. Booleans take a byte a row, and names stay text, until somebody asks for them. */
export class ColumnarFeatureTable implements FeatureTable {
  readonly #numbers: Map<string, Float64Array>;
  readonly #flags: ReadonlyMap<string, Uint8Array>;
  readonly #categories = new Map<string, CategoryColumn>();
  readonly #uncoded: Map<string, CodedOnDemand>;
  readonly #observations: ReadonlyMap<string, ReadonlyMap<string, Float64Array>>;

  constructor(
    readonly ids: readonly string[],
    numbers: ReadonlyMap<string, Float64Array>,
    flags: ReadonlyMap<string, Uint8Array>,
    categories: ReadonlyMap<string, CodedOnDemand>,
    observations: ReadonlyMap<string, ReadonlyMap<string, Float64Array>>,
  ) {
    this.#numbers = new Map(numbers);
    this.#flags = flags;
    this.#uncoded = new Map(categories);
    this.#observations = observations;
  }

  get size(): number {
    return this.ids.length;
  }

  has(id: string): boolean {
    return [this.#numbers, this.#flags, this.#categories, this.#uncoded].some((columns) =>
      columns.has(id),
    );
  }

  number(id: string): Float64Array {
    const column = this.#numbers.get(id);
    if (column) return column;
    const flags = this.#flags.get(id);
    if (!flags) throw new Error(`no numeric feature "${id}"`);
    const expanded = Float64Array.from(flags, (flag) => (flag === MISSING_FLAG ? NaN : flag));
    this.#numbers.set(id, expanded);
    return expanded;
  }

  category(id: string): CategoryColumn {
    const known = this.#categories.get(id);
    if (known) return known;
    const uncoded = this.#uncoded.get(id);
    if (!uncoded) throw new Error(`no category feature "${id}"`);
    const column = uncoded.build();
    this.#categories.set(id, column);
    this.#uncoded.delete(id);
    return column;
  }

  observation(metric: string, source: string): Float64Array {
    return this.#observations.get(metric)?.get(source) ?? new Float64Array(this.size).fill(NaN);
  }

  observers(metric: string): readonly { readonly source: string; readonly songs: number }[] {
    const counts = [...(this.#observations.get(metric) ?? [])].map(([source, values]) => ({
      source,
      songs: values.reduce((songs, value) => (Number.isNaN(value) ? songs : songs + 1), 0),
    }));
    return counts.sort((a, b) => b.songs - a.songs || (a.source < b.source ? -1 : 1));
  }
}
