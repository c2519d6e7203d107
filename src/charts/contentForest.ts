import { hypotheses } from '../analyses/hypotheses.js';
import { prose } from '../domain/prose.js';
import type { Chart } from './chart.js';
import { hypothesisForest } from './parts/hypothesisForest.js';

const IDS = hypotheses
  .filter((one) => one.section === 'content' && one.unit === 'points' && !one.id.includes('audio_'))
  .map((one) => one.id);

/** All questions on popularity but sound: adjusted and crude side by side. */
export const contentForest: Chart = {
  id: 'content-forest',
  section: 'content',
  build: (book) =>
    hypothesisForest(book, IDS, {
      unclear: prose`No question about popularity has a clear answer in these data`,
      alt: 'Forest plot of differences in popularity, plain and like for like',
    }),
};
