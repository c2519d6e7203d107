import { expect, it } from 'vitest';
import { songUnits } from '../../../src/models/popularity/sharedRecordings.js';

const rows = {
  songs: {
    ids: ['a', 'b', 'c', 'd', 'e'],
    titles: ['Sun', 'Sun (feat. B)', 'Sun', 'Moon', 'Mond'],
    artists: ['A', 'B', 'C', 'D', 'E'],
  },
  works: Int32Array.of(0, 1, 2, 3, 4),
  minutes: Float64Array.of(3.5, 3.5, 3.6, 4, 4),
  target: Float64Array.of(1, 1, 2, 7.25, 7.25),
};

it('joins one recording under several artists by title and length', () => {
  expect(Array.from(songUnits({ ...rows, exactTarget: false }))).toEqual([0, 0, 1, 2, 3]);
});

it('joins rows with the same exact count under other titles', () => {
  expect(Array.from(songUnits({ ...rows, exactTarget: true }))).toEqual([0, 0, 1, 2, 2]);
});

it('joins nothing by a length that is unknown', () => {
  const minutes = new Float64Array(5).fill(NaN);
  expect(Array.from(songUnits({ ...rows, minutes, exactTarget: false }))).toEqual([0, 1, 2, 3, 4]);
});
