import { describe, expect, it } from 'vitest';
import { scorePredictions } from '../../../src/models/evaluate/scores.js';
import { clusterBootstrap } from '../../../src/stats/clusterBootstrap.js';
import { createRandom } from '../../../src/stats/random.js';

const target = Float64Array.of(3, -0.5, 2, 7, 1e3);
const predicted = Float64Array.of(2.5, 0, 2, 8, NaN);
const units = Int32Array.of(0, 1, 2, 3, 4);

describe('scorePredictions', () => {
  it('agrees with r2_score, root_mean_squared_error and mean_absolute_error of scikit-learn', () => {
    const scores = scorePredictions(target, predicted, { units, random: createRandom(1) });
    expect(scores.r2.value).toBeCloseTo(0.9486081370449679, 12);
    expect(scores.rmse.value).toBeCloseTo(0.6123724356957945, 12);
    expect(scores.mae.value).toBe(0.5);
    expect(scores).toMatchObject({ n: 4 });
    expect(scores.targetSd).toBeCloseTo(Math.sqrt(29.1875 / 4), 12);
  });

  it('draws whole units: its interval is that of a bootstrap of clusters', () => {
    const random = createRandom(3);
    const size = 300;
    const wanted = Float64Array.from({ length: size }, () => random() * 10 + 1e6);
    const given = wanted.map((value) => value + random() - 0.4);
    const clusters = Int32Array.from({ length: size }, (_, row) => row >> 2);
    const { rmse } = scorePredictions(wanted, given, {
      units: clusters,
      random: createRandom(1),
      replicates: 2000,
    });
    const { ci } = clusterBootstrap({
      clusters,
      random: createRandom(2),
      replicates: 2000,
      interval: 'percentile',
      statistic: (rows) =>
        Math.sqrt(
          rows.reduce((sum, row) => sum + (wanted[row] - given[row]) ** 2, 0) / rows.length,
        ),
    });
    expect(rmse.ci!.low).toBeCloseTo(ci!.low, 2);
    expect(rmse.ci!.high).toBeCloseTo(ci!.high, 2);
    expect(rmse.value).toBeGreaterThan(rmse.ci!.low);
    expect(rmse.value).toBeLessThan(rmse.ci!.high);
  });

  it('gives no interval of one unit and no share of a constant target', () => {
    const same = scorePredictions(Float64Array.of(5, 5), Float64Array.of(4, 6), {
      units: Int32Array.of(1, 1),
      random: createRandom(1),
    });
    expect(same.rmse).toEqual({ value: 1, ci: null });
    expect(same.r2.value).toBeNaN();
  });

  it('leaves out rows without a unit and refuses to judge none', () => {
    const options = { units: Int32Array.of(0, 1, 2, -1, 4), random: createRandom(1) };
    expect(scorePredictions(target, predicted, options).n).toBe(3);
    const none = new Float64Array(5).fill(NaN);
    expect(() => scorePredictions(target, none, options)).toThrow('at least one judged row');
  });
});
