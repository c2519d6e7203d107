import type { ModelTable } from '../modelTable.js';

export interface ClassFitOptions {
  /** Drives every random choice; the same seed gives the same model, byte for byte. */
  readonly seed: number;
  /** How much each row counts; 1 if left out. A row of two classes stands twice, with its weight parted between them. */
  readonly weights?: Float64Array;
}

/** A classifier that has learned: it can predict, and nothing else changes it. */
export interface FittedClassifier {
  /** Id of the model in the registry. */
  readonly model: string;
  /** Names of the classes, in the order of their codes. */
  readonly levels: readonly string[];
  /**
   * Probabilities, one after another per row: that of class `c` for row `r` stands at `r * levels.length + c`, and
   * those of a row add up to 1. The table may hold more columns than training did, in any order.
   *
   * @throws AppError 'usage' naming a column that the table lacks
   */
  predict(table: ModelTable): Float64Array;
  /** Plain JSON from which the model's `load` makes the same model again. */
  toJSON(): unknown;
}

/**
 * A way to learn a class from a table. To add one: its file, and a line in `index.ts`.
 * Missing values and unknown categories are the model's own business: `predict` never refuses a row. A class without
 * a training row gets the probability 0.
 */
export interface Classifier {
  readonly id: string;
  readonly title: string;
  /**
   * Learns from a table and the class of each row, a code into `levels`.
   *
   * @throws RangeError where there is no row, a class is not one of the levels, or the lengths differ
   */
  fit(
    table: ModelTable,
    classes: Int32Array,
    levels: readonly string[],
    options: ClassFitOptions,
  ): FittedClassifier;
  /** @throws AppError 'input' where the JSON is not one that `toJSON` of this model gave. */
  load(json: unknown): FittedClassifier;
}
