import type { CategoryColumn, FeatureTable } from './featureTable.js';
import type { NumberColumn } from './numberColumn.js';

/** How a boolean column stores a missing value. */
export const MISSING_FLAG = 2;

/** A number column that is made when somebody asks for it. */
export interface NumbersOnDemand {
  values(): Float64Array;
}

/** A category column that is coded when somebody asks for it. */
export interface CodedOnDemand {
  build(): CategoryColumn;
}

/**
 * Columns in memory, as small as they can be: booleans take a byte a row, many numbers four, and names stay text until
 * somebody asks for them.
 */
export class ColumnarFeatureTable implements FeatureTable {
  readonly #numbers: ReadonlyMap<string, NumbersOnDemand>;
  readonly #flags: ReadonlyMap<string, Uint8Array>;
  readonly #categories = new Map<string, CategoryColumn>();
  readonly #uncoded: Map<string, CodedOnDemand>;
  readonly #ids: CodedOnDemand;
  #knownIds: readonly string[] | null = null;
  readonly #observations: ReadonlyMap<string, ReadonlyMap<string, NumberColumn>>;

  /** @param ids of the songs, all different */
  constructor(
    readonly size: number,
    ids: CodedOnDemand,
    numbers: ReadonlyMap<string, NumbersOnDemand>,
    flags: ReadonlyMap<string, Uint8Array>,
    categories: ReadonlyMap<string, CodedOnDemand>,
    observations: ReadonlyMap<string, ReadonlyMap<string, NumberColumn>>,
  ) {
    this.#ids = ids;
    this.#numbers = numbers;
    this.#flags = flags;
    this.#uncoded = new Map(categories);
    this.#observations = observations;
  }

  get ids(): readonly string[] {
    this.#knownIds ??= this.#ids.build().levels;
    return this.#knownIds;
  }

  has(id: string): boolean {
    return [this.#numbers, this.#flags, this.#categories, this.#uncoded].some((columns) =>
      columns.has(id),
    );
  }

  number(id: string): Float64Array {
    const column = this.#numbers.get(id);
    if (column) return column.values();
    const flags = this.#flags.get(id);
    if (!flags) throw new Error(`no numeric feature "${id}"`);
    return Float64Array.from(flags, (flag) => (flag === MISSING_FLAG ? NaN : flag));
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
    const column = this.#observations.get(metric)?.get(source);
    return column?.values() ?? new Float64Array(this.size).fill(NaN);
  }

  observers(metric: string): readonly { readonly source: string; readonly songs: number }[] {
    const counts = [...(this.#observations.get(metric) ?? [])].map(([source, values]) => ({
      source,
      songs: values.count,
    }));
    return counts.sort((a, b) => b.songs - a.songs || (a.source < b.source ? -1 : 1));
  }
}
