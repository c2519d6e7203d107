import type { ModelTable } from './modelTable.js';

export interface FitOptions {
  /** Drives every random choice; the same seed gives the same model, byte for byte. */
  readonly seed: number;
  /** Rows of their own that tell when to stop; only models that grow step by step use them. */
  readonly validation?: { readonly table: ModelTable; readonly target: Float64Array };
}

/** A model that has learned: it can predict, and nothing else changes it. */
export interface FittedRegressor {
  /** Id of the model in the registry. */
  readonly model: string;
  /** One number per row. The table may hold more columns than training did, in any order. */
  predict(table: ModelTable): Float64Array;
  /** Plain JSON from which the model's `load` makes the same model again. */
  toJSON(): unknown;
}

/**
 * A way to learn a number from a table. To add one: its file, and a line in `index.ts`.
 * Missing values and unknown categories are the model's own business: `predict` never refuses a row.
 */
export interface Regressor {
  readonly id: string;
  readonly title: string;
  /**
   * Learns from a table and its target.
   *
   * @throws RangeError where there is no row, a target is not finite, or the lengths differ
   */
  fit(table: ModelTable, target: Float64Array, options: FitOptions): FittedRegressor;
  /** @throws AppError 'input' where the JSON is not one that `toJSON` of this model gave. */
  load(json: unknown): FittedRegressor;
}

/** @throws RangeError saying which requirement of every fit does not hold */
export function requireTrainable(table: ModelTable, target: Float64Array): void {
  if (table.size === 0) throw new RangeError('a model needs at least one row, got none');
  if (target.length !== table.size) {
    throw new RangeError(`the target must have ${table.size} values, got ${target.length}`);
  }
  const bad = target.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new RangeError(`the target must be finite, got ${target[bad]} in row ${bad}`);
}
