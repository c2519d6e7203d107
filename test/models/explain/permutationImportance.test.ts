import { describe, expect, it } from 'vitest';
import { permutationImportance } from '../../../src/models/explain/permutationImportance.js';
import { modelTable } from '../../../src/models/modelTable.js';
import type { FittedRegressor } from '../../../src/models/regressor.js';
import { createRandom } from '../../../src/stats/random.js';

const random = createRandom(3);
const draw = (): Float64Array => Float64Array.from({ length: 40 }, random);
const [used, unused] = [draw(), draw()];
const table = modelTable([
  { id: 'used', kind: 'number', values: used },
  { id: 'unused', kind: 'number', values: unused },
]);
const target = used.map((value, row) => value + 0.1 * unused[row]);

/** Says the first column. */
const model: FittedRegressor = {
  model: 'first',
  predict: ({ columns }) => columns[0].values.slice(),
  toJSON: () => null,
};

const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

describe('permutationImportance', () => {
  it('nears the mean over all pairs of rows, which a shuffle draws from', () => {
    const [first] = permutationImportance(model, table, target, { seed: 1, repeats: 400 });
    const base = mean(target.map((value, row) => (value - used[row]) ** 2));
    const pairs = [...target].flatMap((value) => [...used].map((other) => (value - other) ** 2));
    expect(mean(first.growth) / (mean(pairs) / base - 1)).toBeCloseTo(1, 1);
  });

  it('finds nothing in a column that the model does not use', () => {
    const [, second] = permutationImportance(model, table, target, { seed: 1, repeats: 3 });
    expect(second).toEqual({ column: 'unused', growth: new Float64Array(3) });
  });

  it('is the same for the same seed, whatever the other columns', () => {
    const alone = modelTable([table.columns[0]]);
    const options = { seed: 5, repeats: 2 };
    const [first] = permutationImportance(model, table, target, options);
    expect(permutationImportance(model, alone, target, options)).toEqual([first]);
  });
});
