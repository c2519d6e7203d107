import { expect, it } from 'vitest';
import { barsOf, isMet } from '../../../src/models/popularity/goals.js';

const task = { source: 'spotify_songs', target: 'popularity', available: 28_352 };
const score = (value: number, low = value, high = value) => ({ value, low, high });

it('speaks of the published data alone', () => {
  expect(barsOf(task, 'everything', 'songs')).toMatchObject({ goalR2: 0.535, goalRmse: 16.2 });
  expect(barsOf({ ...task, available: 3000 }, 'everything', 'songs').goalR2).toBeNull();
  expect(barsOf(task, 'everything', 'rows').goalR2).toBeNull();
});

it('needs both numbers, and the worse end where the goal says so', () => {
  const bars = barsOf(task, 'everything', 'songs');
  expect(isMet(bars, { r2: score(0.54), rmse: score(16.1) })).toBe(true);
  expect(isMet(bars, { r2: score(0.54), rmse: score(16.3) })).toBe(false);
  const genres = barsOf(
    { source: 'spotify_112_genres', target: 'popularity', available: 10_963 },
    'base',
    'songs',
  );
  expect(isMet(genres, { r2: score(0.76, 0.74, 0.78), rmse: score(8.8) })).toBe(false);
  expect(isMet(genres, { r2: score(0.76, 0.755, 0.78), rmse: score(8.8, 8.7, 8.95) })).toBe(true);
  expect(isMet(barsOf(task, 'audio', 'songs'), { r2: score(1), rmse: score(0) })).toBeNull();
});
