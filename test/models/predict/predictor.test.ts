import { describe, expect, it } from 'vitest';
import { conformalMargin, measuredCoverage } from '../../../src/models/predict/conformalMargin.js';
import { Predictor } from '../../../src/models/predict/predictor.js';
import { songRequest, type SongFields } from '../../../src/models/predict/songRequest.js';
import { createRandom, randomNormal } from '../../../src/stats/random.js';
import { trainedFile } from './trainedFile.js';

const file = trainedFile();
const predictor = new Predictor(file);

const songs = (...all: SongFields[]) =>
  all.map((fields, index) =>
    songRequest(fields, file.features, '2026-01-02', { file: 'songs.json', row: index + 1 }),
  );

const KNOWN = {
  title: 'A',
  energy: 0.8,
  release_year: 2001,
  explicit: 0,
  genre: 'pop',
  artist: 'Artist 19',
};

describe('Predictor', () => {
  it('predicts within 0–100, inside its interval, with reasons that add up', () => {
    const [low, high] = predictor.predict(
      songs({ ...KNOWN, artist: 'artist 0', genre: 'ambient', energy: 0.2 }, KNOWN),
    );
    expect(high.prediction).toBeGreaterThan(low.prediction + 10);
    for (const { prediction, interval, reasons, missing, unknown } of [low, high]) {
      expect(interval[0]).toBeLessThanOrEqual(prediction);
      expect(interval[1]).toBeGreaterThanOrEqual(prediction);
      expect(interval[0]).toBeGreaterThanOrEqual(0);
      expect(interval[1]).toBeLessThanOrEqual(100);
      expect(missing).toEqual([]);
      expect(unknown).toEqual([]);
      expect(new Set(reasons?.map(({ field }) => field))).toEqual(
        new Set(['energy', 'release_date', 'explicit', 'genre', 'artist']),
      );
    }
    const sum = (reasons: typeof low.reasons) =>
      (reasons ?? []).reduce((total, { effect }) => total + effect, 0);
    // Both start from the same expected value.
    expect(high.prediction - sum(high.reasons)).toBeCloseTo(low.prediction - sum(low.reasons), 8);
    expect(Math.abs(high.reasons?.[0].effect ?? 0)).toBeGreaterThan(1);
  });

  it('says what is missing, new and unusual, and treats what is new as missing', () => {
    const rest = { title: 'A', release_year: 2001, explicit: 0 };
    const [strange, open] = predictor.predict(
      songs({ ...rest, artist: 'Nobody', genre: 'zydeco', energy: 1 }, { ...rest, energy: 1 }),
    );
    expect(strange.unknown).toEqual(['genre', 'artist']);
    expect(strange.missing).toEqual([]);
    expect(strange.unusual).toEqual(['energy']);
    expect(open.missing).toEqual(['genre', 'artist']);
    expect(open.prediction).toBe(strange.prediction);
    expect(strange.reasons?.find(({ field }) => field === 'artist')?.state).toBe('new');
    expect(open.reasons?.find(({ field }) => field === 'artist')?.state).toBe('missing');
  });

  it('predicts a song of which nothing is known, and one without reasons', () => {
    const [nothing] = predictor.predict(songs({}), { reasons: false });
    expect(nothing.reasons).toBeNull();
    expect(nothing.prediction).toBeGreaterThan(30);
    expect(nothing.prediction).toBeLessThan(80);
    const table = predictor.tableOf(songs(KNOWN));
    expect(predictor.predictTable(table)[0]).toBe(predictor.predict(songs(KNOWN))[0].prediction);
  });
});

describe('conformalMargin', () => {
  const random = createRandom(4);
  const target = Float64Array.from({ length: 10_000 }, () => randomNormal(random));
  const bounds = {
    target,
    low: new Float64Array(10_000).fill(-0.5),
    high: new Float64Array(10_000).fill(0.5),
  };
  const rows = Int32Array.from(target.keys());

  it('moves narrow intervals apart to the share they are to hold, and wide ones together', () => {
    // ±1.2816 holds 80 % of a standard normal distribution.
    expect(conformalMargin(bounds, rows, 0.8)).toBeCloseTo(1.2816 - 0.5, 1);
    const wide = { ...bounds, low: bounds.low.map(() => -3), high: bounds.high.map(() => 3) };
    expect(conformalMargin(wide, rows, 0.8)).toBeCloseTo(1.2816 - 3, 1);
  });

  it('measures coverage on rows that did not set the margin', () => {
    const folds = [0, 1, 2, 3, 4].map((fold) => ({ test: rows.filter((row) => row % 5 === fold) }));
    expect(measuredCoverage(bounds, folds, 0.8)).toBeCloseTo(0.8, 1);
    // A fold unlike the others is not covered by what these teach.
    const shifted = { ...bounds, target: target.map((value, row) => (row % 5 === 0 ? 9 : value)) };
    expect(measuredCoverage(shifted, folds, 0.8)).toBeLessThan(0.85);
  });
});
