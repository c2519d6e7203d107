import type { Chart } from './chart.js';
import { crudeAdjusted } from './parts/crudeAdjusted.js';

/** Views of songs found with an official video against songs found with another upload, crude and adjusted. */
export const officialVideo: Chart = {
  id: 'official-video',
  section: 'platforms',
  build: (book) =>
    crudeAdjusted(book, 'platforms.official', {
      title: 'Views where an official video was found against another upload (difference)',
      suffix: '%',
      times: 'Views where an official video was found, times those with another upload',
    }),
};
