import { makeRegressor, type ModelSpec } from '../modelSpec.js';
import { takeRows, takeValues, type ModelTable } from '../modelTable.js';
import type { Fold } from './split.js';

/** A cross-validation that several threads work off together: what they write to is memory they share. */
export interface FoldJob {
  readonly spec: ModelSpec;
  readonly table: ModelTable;
  readonly target: Float64Array;
  readonly folds: readonly Fold[];
  readonly seed: number;
  /** One number: the first fold that nobody has begun. */
  readonly next: Int32Array;
  /** Predictions by row; each fold writes those of its own test rows. */
  readonly predicted: Float64Array;
}

/** Takes one fold after the other until none is left: fits on its training rows, predicts its test rows. */
export function workOffFolds({ spec, table, target, folds, seed, next, predicted }: FoldJob): void {
  const regressor = makeRegressor(spec);
  for (;;) {
    const index = Atomics.add(next, 0, 1);
    if (index >= folds.length) return;
    const { train, test } = folds[index];
    const fitted = regressor.fit(takeRows(table, train), takeValues(target, train), { seed });
    fitted.predict(takeRows(table, test)).forEach((value, place) => {
      predicted[test[place]] = value;
    });
  }
}
