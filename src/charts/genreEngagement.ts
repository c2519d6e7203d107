import { LIKES } from '../analyses/genres/engagementKinds.js';
import type { Chart } from './chart.js';
import { genreRates } from './parts/genreRates.js';

/** Likes per 1,000 views of the videos of each genre. */
export const genreEngagement: Chart = {
  id: 'genre-engagement',
  section: 'genres',
  build: (book) =>
    genreRates(book, LIKES, {
      axis: 'Likes per 1,000 views',
      subtitle:
        'Geometric mean over videos whose artist has a genre; 95% intervals take artists as independent. The title compares at equal views.',
    }),
};
