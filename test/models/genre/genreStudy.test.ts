import { beforeAll, describe, expect, it } from 'vitest';
import { drawSongs } from '../../../src/models/genre/genreData.js';
import { effortFor } from '../../../src/models/genre/effort.js';
import { genreSchema, type GenreResult } from '../../../src/models/genre/genreResult.js';
import { judgeGenres } from '../../../src/models/genre/genreStudy.js';
import { toyGenres } from './toyGenres.js';

const options = { seed: 1 };
let result: GenreResult;

beforeAll(() => {
  result = judgeGenres([toyGenres(600, 24, 'many'), toyGenres(300)], options);
});

describe('judgeGenres', () => {
  it('finds planted genres, and shows that the baseline does not', () => {
    const of = (model: string): number =>
      result.main!.judged.find((one) => one.model === model && one.withYear)!.accuracy.value;
    expect(result.main!.source).toBe('toy');
    expect(of('boosting_and_forest')).toBeGreaterThan(0.9);
    expect(of('majority')).toBeLessThan(0.6);
    expect(result.hard!.source).toBe('many');
    expect(result.hard!.judged.some(({ model }) => model === 'gradient_boosting')).toBe(false);
  });

  it('keeps scores within their bounds and their intervals', () => {
    for (const judged of [...result.main!.judged, ...result.hard!.judged]) {
      const { accuracy, anyMatch, singleGenre, topFive, balanced, macroF1 } = judged;
      expect(anyMatch.value).toBeGreaterThanOrEqual(accuracy.value);
      expect(topFive.value).toBeGreaterThanOrEqual(accuracy.value);
      for (const { value, low, high } of [accuracy, anyMatch, singleGenre, balanced, macroF1]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(low!).toBeLessThanOrEqual(value + 0.02);
        expect(high!).toBeGreaterThanOrEqual(value - 0.02);
      }
    }
  });

  it('counts every song once in the confusion matrix, and puts what was planted first', () => {
    const { confusion, importance, calibration, perGenre } = result.details!;
    const total = confusion.flat().reduce((sum, songs) => sum + songs, 0);
    expect(total).toBe(300);
    expect(calibration.reduce((sum, { songs }) => sum + songs, 0)).toBe(300);
    expect(perGenre.reduce((sum, { songs }) => sum + songs, 0)).toBe(300);
    expect(importance[0].column).toBe('energy');
    expect(importance[0].drop.low!).toBeGreaterThan(0.1);
    expect(importance.find(({ column }) => column === 'liveness')!.drop.value).toBeLessThan(0.05);
  });

  it('names songs of a single genre among its mistakes, also without an artist', () => {
    const { confusedPairs } = judgeGenres([noisy()], options).details!;
    expect(confusedPairs.length).toBeGreaterThan(0);
    for (const { examples, share, genre, taken } of confusedPairs) {
      expect(genre).not.toBe(taken);
      expect(share).toBeGreaterThan(0);
      for (const example of examples)
        expect(example).toMatch(/^Song \d*[1-9] \((Artist \d+|unknown artist)\)$/);
    }
  });

  it('says nothing of targets that have nothing to do with the sound', () => {
    const { main } = judgeGenres([noisy()], options);
    for (const { model, accuracy } of main!.judged) {
      if (model !== 'majority') expect(accuracy.value).toBeLessThan(0.5);
    }
  });

  it('is plain JSON of its schema, the same again for the same seed', () => {
    expect(genreSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
    const once = judgeGenres([toyGenres(150)], options);
    expect(judgeGenres([toyGenres(150)], options)).toEqual(once);
  });

  it('says where there is too little, and judges a draw where there is much', () => {
    expect(judgeGenres([toyGenres(100)], options)).toEqual({
      needed: 120,
      found: 100,
      folds: 3,
      main: null,
      details: null,
      hard: null,
    });
    expect(judgeGenres([], options).found).toBe(0);
    const drawn = drawSongs(toyGenres(300), 50, 1);
    expect(drawn.parts).toHaveLength(50);
    expect(drawn.table.size).toBe(50);
    expect(effortFor(20_000).folds).toBe(5);
  });
});

/** Genres that follow nothing. */
function noisy(): ReturnType<typeof toyGenres> {
  const songs = toyGenres(300);
  const columns = songs.table.columns.map((column) => ({
    ...column,
    values: column.values.map((_, row) => (row * 7919) % 101),
  }));
  return { ...songs, table: { ...songs.table, columns } };
}
