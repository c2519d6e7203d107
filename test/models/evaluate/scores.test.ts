import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scorePredictions, type ScoreOptions } from '../../../src/models/evaluate/scores.js';
import { clusterBootstrap } from '../../../src/stats/clusterBootstrap.js';
import { createRandom } from '../../../src/stats/random.js';

const fixture = JSON.parse(
  readFileSync(new URL('../../fixtures/models/scores/scores.json', import.meta.url), 'utf8'),
) as Record<'r2' | 'rmse' | 'mae' | 'sd', number> & Record<'target' | 'predicted', number[]>;
const target = Float64Array.from(fixture.target);
const predicted = Float64Array.from(fixture.predicted);

const byPairs = Int32Array.from(target, (_, row) => Math.floor(row / 2));

function options(units: Int32Array = byPairs): ScoreOptions {
  return { units, random: createRandom(3) };
}

describe('scores of predictions', () => {
  it('are those of scikit-learn', () => {
    const scores = scorePredictions(target, predicted, options());
    expect(scores.r2.value).toBeCloseTo(fixture.r2, 12);
    expect(scores.rmse.value).toBeCloseTo(fixture.rmse, 12);
    expect(scores.mae.value).toBeCloseTo(fixture.mae, 12);
    expect(scores.targetSd).toBeCloseTo(fixture.sd, 12);
    expect(scores.n).toBe(target.length);
  });

  it('have the intervals of a bootstrap of whole units', () => {
    const { r2, rmse, mae } = scorePredictions(target, predicted, options());
    for (const { value, ci } of [r2, rmse, mae]) {
      expect(ci!.low).toBeLessThan(value);
      expect(ci!.high).toBeGreaterThan(value);
    }
    // The general bootstrap, on other draws.
    const plain = clusterBootstrap({
      clusters: byPairs,
      random: createRandom(3),
      replicates: 4000,
      interval: 'percentile',
      statistic: (rows) =>
        rows.reduce((sum, row) => sum + Math.abs(target[row] - predicted[row]), 0) / rows.length,
    });
    const width = plain.ci!.high - plain.ci!.low;
    expect(Math.abs(mae.ci!.low - plain.ci!.low)).toBeLessThan(0.1 * width);
    expect(Math.abs(mae.ci!.high - plain.ci!.high)).toBeLessThan(0.1 * width);
  });

  it('are wider where rows stand and fall together', () => {
    const repeated = (values: Float64Array) =>
      Float64Array.from({ length: 400 }, (_, i) => values[i % 40]);
    const width = (units: Int32Array): number => {
      const { ci } = scorePredictions(repeated(target), repeated(predicted), options(units)).rmse;
      return ci!.high - ci!.low;
    };
    const rows = Int32Array.from({ length: 400 }, (_, row) => row);
    expect(width(rows.map((row) => row % 40))).toBeGreaterThan(2 * width(rows));
  });

  it('leave out rows that no fold judged', () => {
    const holes = predicted.slice();
    holes[0] = NaN;
    const scores = scorePredictions(target, holes, options());
    const rest = scorePredictions(target.slice(1), predicted.slice(1), options(byPairs.slice(1)));
    expect(scores.n).toBe(39);
    expect(scores.rmse.value).toBeCloseTo(rest.rmse.value, 12);
    expect(scores.r2.value).toBeCloseTo(rest.r2.value, 12);
  });

  it('are the same for the same seed', () => {
    expect(scorePredictions(target, predicted, options())).toEqual(
      scorePredictions(target, predicted, options()),
    );
  });

  it('have no R² for a constant target, no interval for one unit, and refuse no rows', () => {
    const constant = new Float64Array(40).fill(0.1 + 0.2);
    const scores = scorePredictions(constant, predicted, options());
    expect(scores.r2).toEqual({ value: NaN, ci: null });
    expect(scores.targetSd).toBe(0);
    expect(scores.rmse.ci).not.toBeNull();
    const one = scorePredictions(target, predicted, options(new Int32Array(40)));
    expect([one.r2.ci, one.rmse.ci, one.mae.ci]).toEqual([null, null, null]);
    expect(() =>
      scorePredictions(
        target,
        target.map(() => NaN),
        options(),
      ),
    ).toThrow('at least one judged row');
  });
});
