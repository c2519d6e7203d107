/** A text column in coded form: `levels[codes[row]]`, −1 for missing. */
export interface CategoryColumn {
  readonly codes: Int32Array;
  readonly levels: readonly string[];
}

/**
 * The feature table: one row per song, stored by column so that a million songs fit in memory.
 * Missing numbers are NaN; booleans are 0 and 1.
 */
export interface FeatureTable {
  readonly size: number;
  readonly ids: readonly string[];
  /** @throws Error where no numeric or boolean column has the id. */
  number(id: string): Float64Array;
  /** @throws Error where no category column has the id. */
  category(id: string): CategoryColumn;
  has(id: string): boolean;
  /** Column of an observation, `popularity` or `streams`, of one source; all NaN where the source has none. */
  observation(metric: string, source: string): Float64Array;
  /** Sources that observed the metric, with the number of songs, most first. */
  observers(metric: string): readonly { readonly source: string; readonly songs: number }[];
}
