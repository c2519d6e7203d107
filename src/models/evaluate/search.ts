import { createRandom, deriveSeed, shuffle } from '../../stats/random.js';
import { makeRegressor, type ModelSpec } from '../modelSpec.js';
import { takeRows, takeValues, type ModelTable } from '../modelTable.js';
import { crossValidate, type CrossValidationOptions } from './crossValidate.js';
import { groupFolds, type Fold, type Split } from './split.js';

/** A candidate and its root mean squared error on the rows that the inner split judges. */
export interface Tried {
  readonly spec: ModelSpec;
  readonly rmse: number;
}

/** What a search has chosen, and all that it tried, in the order of the candidates. */
export interface Found {
  readonly best: ModelSpec;
  readonly tried: readonly Tried[];
}

/**
 * All combinations of the values of each setting, the last setting running fastest.
 *
 * @example
 * settingsGrid({ rounds: [100, 300], learningRate: [0.1] });
 * // [{ rounds: 100, learningRate: 0.1 }, { rounds: 300, learningRate: 0.1 }]
 */
export function settingsGrid(
  values: Readonly<Record<string, readonly unknown[]>>,
): readonly Readonly<Record<string, unknown>>[] {
  return Object.entries(values).reduce<readonly Readonly<Record<string, unknown>>[]>(
    (grid, [name, list]) =>
      grid.flatMap((made) => list.map((value) => ({ ...made, [name]: value }))),
    [{}],
  );
}

/** Some of a grid, drawn without replacement (random search: Bergstra and Bengio 2012). */
export function drawnSettings<One>(
  grid: readonly One[],
  count: number,
  seed: number,
): readonly One[] {
  const places = Array.from(grid.keys());
  shuffle(places, createRandom(deriveSeed(seed, 'models.search')));
  return places.slice(0, count).map((place) => grid[place]);
}

/**
 * The candidate with the smallest error on an inner split; the first of equals. Scores on other rows alone may judge the
 * choice: the split must hold no row that the chosen model is judged on later.
 *
 * @throws RangeError where there is no candidate
 */
export async function searchSpec(
  candidates: readonly ModelSpec[],
  table: ModelTable,
  target: Float64Array,
  inner: Split,
  options: CrossValidationOptions,
): Promise<Found> {
  if (candidates.length === 0) throw new RangeError('a search needs at least one candidate');
  const tried: Tried[] = [];
  for (const spec of candidates) {
    const predicted = await crossValidate(spec, table, target, inner, options);
    tried.push({ spec, rmse: rmseOf(target, predicted) });
  }
  const best = tried.reduce((least, one) => (one.rmse < least.rmse ? one : least));
  return { best: best.spec, tried };
}

/** Predictions of a search, and what it chose in each outer fold. */
export interface NestedSearch {
  readonly predicted: Float64Array;
  readonly chosen: readonly ModelSpec[];
}

/**
 * Nested cross-validation (Varma and Simon 2006): in each outer fold the settings are chosen by folds over its training
 * rows alone, so that the predictions judge the whole way to the model, its search included.
 *
 * @param groups code per row of what the inner folds keep together
 */
export async function nestedSearch(
  candidates: readonly ModelSpec[],
  table: ModelTable,
  target: Float64Array,
  outer: Split,
  options: CrossValidationOptions & { readonly groups: Int32Array; readonly innerFolds: number },
): Promise<NestedSearch> {
  const { groups, innerFolds, seed } = options;
  const predicted = new Float64Array(table.size).fill(NaN);
  const chosen: ModelSpec[] = [];
  for (const { train, test } of outer.folds) {
    const [rows, wanted] = [takeRows(table, train), takeValues(target, train)];
    const own = Int32Array.from(train, (row) => groups[row]);
    const folds: readonly Fold[] = groupFolds(own, innerFolds, deriveSeed(seed, 'models.inner'));
    const { best } = await searchSpec(candidates, rows, wanted, { ...outer, folds }, options);
    chosen.push(best);
    makeRegressor(best)
      .fit(rows, wanted, { seed })
      .predict(takeRows(table, test))
      .forEach((value, place) => (predicted[test[place]] = value));
  }
  return { predicted, chosen };
}

function rmseOf(target: Float64Array, predicted: Float64Array): number {
  let [sum, n] = [0, 0];
  predicted.forEach((value, row) => {
    if (Number.isNaN(value)) return;
    sum += (target[row] - value) ** 2;
    n += 1;
  });
  return Math.sqrt(sum / n);
}
