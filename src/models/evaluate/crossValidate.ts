import { takeRows, takeValues, type ModelTable } from '../modelTable.js';
import type { Regressor } from '../regressor.js';
import type { Split } from './split.js';

/** What a model says of rows it has not seen: one prediction per row, NaN for rows that no fold judges. */
export function crossValidate(
  regressor: Regressor,
  table: ModelTable,
  target: Float64Array,
  split: Split,
  seed: number,
): Float64Array {
  const predicted = new Float64Array(table.size).fill(NaN);
  for (const { train, test } of split.folds) {
    const fitted = regressor.fit(takeRows(table, train), takeValues(target, train), { seed });
    fitted.predict(takeRows(table, test)).forEach((value, index) => {
      predicted[test[index]] = value;
    });
  }
  return predicted;
}
