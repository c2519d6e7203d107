import { describe, expect, it } from 'vitest';
import { surrogate, surrogateSchema } from '../../../src/models/explain/surrogate.js';
import type { ModelTable } from '../../../src/models/modelTable.js';
import { createRandom } from '../../../src/stats/random.js';

function table(size: number): ModelTable {
  const random = createRandom(3);
  const draw = (make: () => number) => Float64Array.from({ length: size }, make);
  return {
    size,
    columns: [
      { id: 'year', kind: 'number', values: draw(() => 1980 + Math.floor(random() * 40)) },
      { id: 'plays', kind: 'number', values: draw(() => (random() < 0.3 ? NaN : random())) },
      {
        id: 'genre',
        kind: 'category',
        values: draw(() => Math.floor(random() * 3)),
        levels: ['pop', 'rock', 'ska'],
      },
    ],
  };
}

describe('surrogate', () => {
  it('reads a model that is a small tree back as its rules, with full fidelity', () => {
    const songs = table(400);
    const [year, plays, genre] = songs.columns.map(({ values }) => values);
    const predicted = year.map((value, row) => {
      if (genre[row] === 1) return value < 2000 ? 10 : 20;
      return Number.isNaN(plays[row]) ? 60 : 70;
    });
    const found = surrogate(songs, predicted, { seed: 1 });
    expect(surrogateSchema.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
    expect(found.fidelity).toBeCloseTo(1, 10);
    expect(found).toMatchObject({ fitted: 200, judged: 200 });
    const byPrediction = new Map(found.rules.map((rule) => [Math.round(rule.prediction), rule]));
    expect([...byPrediction.keys()].sort()).toEqual([10, 20, 60, 70]);
    const rock = { column: 'genre', relation: 'is', value: 'rock' };
    expect(byPrediction.get(20)?.conditions).toContainEqual(rock);
    expect(byPrediction.get(10)?.conditions).toContainEqual(rock);
    expect(byPrediction.get(60)?.conditions).toContainEqual({
      column: 'plays',
      relation: 'missing',
      value: null,
    });
    expect(found.rules.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
  });

  it('says how little a small tree keeps of what it cannot express', () => {
    const songs = table(300);
    const random = createRandom(9);
    const noise = Float64Array.from({ length: 300 }, () => random());
    const found = surrogate(songs, noise, { seed: 1, columns: ['year'] });
    expect(found.fidelity).toBeLessThan(0.2);
    const asked = found.rules.flatMap(({ conditions }) => conditions.map(({ column }) => column));
    expect(new Set(asked)).toEqual(new Set(['year']));
    for (const { conditions } of found.rules) {
      const relations = conditions.map(({ relation }) => relation);
      expect(new Set(relations).size).toBe(relations.length);
    }
  });

  it('gives the same bytes for the same seed, and one rule where nothing varies or rows are few', () => {
    const songs = table(120);
    const predicted = songs.columns[0].values.map((value) => value / 100);
    const twice = [1, 2].map(() => JSON.stringify(surrogate(songs, predicted, { seed: 5 })));
    expect(twice[0]).toBe(twice[1]);
    const constant = surrogate(songs, new Float64Array(120).fill(7), { seed: 5 });
    expect(constant.rules).toEqual([{ conditions: [], prediction: 7, share: 1 }]);
    expect(constant.fidelity).toBeNull();
    expect(surrogate(table(3), Float64Array.of(1, 2, 3), { seed: 5 }).rules).toHaveLength(1);
    expect(surrogate({ size: 0, columns: [] }, new Float64Array(), { seed: 5 }).rules).toEqual([]);
    expect(() => surrogate(songs, new Float64Array(3), { seed: 5 })).toThrow('120 predictions');
  });
});
