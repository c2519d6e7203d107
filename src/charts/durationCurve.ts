import { lengthClause } from '../analyses/content/curveShape.js';
import type { Chart } from './chart.js';
import { levelCurve } from './parts/levelCurve.js';

/** Popularity by length, crude and adjusted. */
export const durationCurve: Chart = {
  id: 'duration-curve',
  section: 'content',
  build: (book) =>
    levelCurve(book, {
      table: 'content.lengths',
      finding: 'content.duration',
      x: { title: 'Length (minutes)' },
      shape: lengthClause,
      alt: 'Line of mean popularity by length of the song, with its interval',
    }),
};
