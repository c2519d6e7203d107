import { LISTENING } from '../analyses/genres/engagementKinds.js';
import type { Chart } from './chart.js';
import { genreRates } from './parts/genreRates.js';

/** Typical plays per listener of the artists of each genre. */
export const genreListening: Chart = {
  id: 'genre-listening',
  section: 'genres',
  build: (book) =>
    genreRates(book, LISTENING, {
      axis: 'Typical plays per listener',
      subtitle:
        'Geometric mean over listeners, then over artists with a genre and enough listeners; 95% intervals. The title compares at equal listeners.',
    }),
};
