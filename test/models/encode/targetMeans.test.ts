import { describe, expect, it } from 'vitest';
import { withTargetMeans } from '../../../src/models/encode/targetMeans.js';
import { modelTable, type ModelTable } from '../../../src/models/modelTable.js';
import type { FittedRegressor, Regressor } from '../../../src/models/regressor.js';

const column = (id: string, levels: readonly string[], codes: readonly number[]) =>
  ({ id, kind: 'category', levels, values: Float64Array.from(codes) }) as const;

/** Two artists, three songs, one of them in two versions; the last row has no artist. */
const table = modelTable([
  column('artist', ['ada', 'bo'], [0, 0, 0, 1, NaN]),
  column('song', ['one', 'two', 'three', 'four'], [0, 0, 1, 2, 3]),
]);
const target = Float64Array.of(10, 20, 60, 40, 70);
const MEAN = 40;
const settings = { columns: ['artist'], unit: 'song', smoothing: 2 };

/** Keeps the tables that it is given. */
function watched(): { regressor: Regressor; seen: ModelTable[] } {
  const seen: ModelTable[] = [];
  const fitted: FittedRegressor = {
    model: 'watched',
    predict: (given) => {
      seen.push(given);
      return new Float64Array(given.size);
    },
    toJSON: () => null,
  };
  const fit = (given: ModelTable): FittedRegressor => {
    seen.push(given);
    return fitted;
  };
  return { regressor: { id: 'watched', title: 'Watched', fit, load: () => fitted }, seen };
}

const valuesOf = ({ columns }: ModelTable): Record<string, number[]> =>
  Object.fromEntries(columns.map(({ id, values }) => [id, [...values]]));

describe('target means', () => {
  it('leave out all versions of a training row’s own song', () => {
    const { regressor, seen } = watched();
    withTargetMeans(regressor, settings).fit(table, target, { seed: 1 });
    const smoothed = (sum: number, rows: number): number => (sum + 2 * MEAN) / (rows + 2);
    expect(valuesOf(seen[0])).toEqual({
      artist_mean: [smoothed(60, 1), smoothed(60, 1), smoothed(30, 2), NaN, NaN],
      artist_rows: [1, 1, 2, 0, 0],
    });
  });

  it('give a new song the mean of all rows of its artist, and none to a new artist', () => {
    const { regressor, seen } = watched();
    const fitted = withTargetMeans(regressor, settings).fit(table, target, { seed: 1 });
    fitted.predict(modelTable([column('artist', ['bo', 'ada', 'cy'], [1, 2, NaN])]));
    expect(valuesOf(seen[1])).toEqual({
      artist_mean: [(90 + 2 * MEAN) / 5, NaN, NaN],
      artist_rows: [3, 0, 0],
    });
  });
});
