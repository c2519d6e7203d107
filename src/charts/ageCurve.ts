import { periodClause } from '../analyses/content/curveShape.js';
import type { Chart } from './chart.js';
import { levelCurve } from './parts/levelCurve.js';

/** Popularity by period of release, crude and adjusted. */
export const ageCurve: Chart = {
  id: 'age-curve',
  section: 'content',
  build: (book) =>
    levelCurve(book, {
      table: 'content.periods',
      finding: 'content.age',
      x: { title: 'Year of release', format: 'year' },
      shape: periodClause,
      alt: 'Line of mean popularity by period of release, with its interval',
    }),
};
