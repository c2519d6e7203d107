import type { Chart } from './chart.js';
import { levelCalendar } from './parts/levelCurve.js';

/** Popularity by weekday of release; Friday is highlighted. */
export const releaseWeekdays: Chart = {
  id: 'release-weekdays',
  section: 'content',
  build: (book) =>
    levelCalendar(
      book,
      {
        table: 'content.weekdays',
        finding: 'content.friday',
        x: { title: 'Weekday of release' },
        alt: 'Mean popularity by weekday of release, with intervals',
      },
      ['Fri'],
    ),
};
