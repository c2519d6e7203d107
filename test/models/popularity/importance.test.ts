import { expect, it } from 'vitest';
import { importanceOf } from '../../../src/models/popularity/importance.js';
import type { FittedRegressor } from '../../../src/models/regressor.js';
import { modelTable } from '../../../src/models/modelTable.js';
import { createRandom, randomNormal } from '../../../src/stats/random.js';

const SIZE = 2000;
const random = createRandom(1);
const normal = () => Float64Array.from({ length: SIZE }, () => randomNormal(random));
const [one, two, noise, unit] = [normal(), normal(), normal(), normal()];
const table = modelTable([
  { id: 'one', kind: 'number', values: one },
  { id: 'two', kind: 'number', values: two },
  { id: 'noise', kind: 'number', values: noise },
  { id: 'unit', kind: 'number', values: unit },
]);
const target = one.map((value, row) => value + two[row]);
const fitted: FittedRegressor = {
  model: 'sum',
  predict: ({ columns }) => columns[0].values.map((value, row) => value + columns[1].values[row]),
  toJSON: () => null,
};
const groups = Int32Array.from({ length: SIZE }, (_, row) => row >> 1);

it('is the fall of R²: 2 β² Var(x) / Var(y) for a column of a linear model, 0 for one that is not used', () => {
  const names = (id: string) => ({ feature: id, title: id.toUpperCase() });
  const found = importanceOf({ fitted, table, target, groups }, names, { seed: 1, repeats: 4 });
  expect(found.map(({ feature }) => feature).sort()).toEqual(['noise', 'one', 'two']);
  const [first, , last] = found;
  expect(first.drop.value).toBeCloseTo(1, 1);
  expect(first.drop.low).toBeLessThan(first.drop.value);
  expect(first.drop.high).toBeGreaterThan(first.drop.value);
  expect(last).toMatchObject({ feature: 'noise', title: 'NOISE' });
  expect(last.drop).toEqual({ value: 0, low: null, high: null });
});

it('shuffles the columns of one feature together', () => {
  const together = (id: string) => ({ feature: id === 'noise' ? id : 'sum', title: '' });
  const [sum] = importanceOf({ fitted, table, target, groups }, together, { seed: 1, repeats: 4 });
  expect(sum.drop.value).toBeCloseTo(2, 1);
});
