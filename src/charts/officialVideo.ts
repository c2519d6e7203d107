import type { Chart } from './chart.js';
import { crudeAdjusted } from './parts/crudeAdjusted.js';

/** Views of songs with an official video against songs without, crude and adjusted. */
export const officialVideo: Chart = {
  id: 'official-video',
  section: 'platforms',
  build: (book) =>
    crudeAdjusted(book, 'platforms.official', {
      title: 'Views with an official video against none (difference)',
      suffix: '%',
      times: 'Views with an official video, times those without',
    }),
};
