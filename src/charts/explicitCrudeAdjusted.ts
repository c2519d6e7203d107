import type { Chart } from './chart.js';
import { crudeAdjusted } from './parts/crudeAdjusted.js';

/** Explicit against clean songs, crude and adjusted. */
export const explicitCrudeAdjusted: Chart = {
  id: 'explicit-crude-adjusted',
  section: 'content',
  build: (book) =>
    crudeAdjusted(book, 'content.explicit', {
      title: 'Popularity of explicit songs against clean ones (points)',
    }),
};
