import type { Chart } from './chart.js';
import { levelCalendar } from './parts/levelCurve.js';

/** Popularity by month of release; the fourth quarter is highlighted. */
export const releaseMonths: Chart = {
  id: 'release-months',
  section: 'content',
  build: (book) =>
    levelCalendar(
      book,
      {
        table: 'content.months',
        finding: 'content.fourth_quarter',
        x: { title: 'Month of release' },
        alt: 'Mean popularity by month of release, with intervals',
      },
      ['Oct', 'Nov', 'Dec'],
    ),
};
