import { hypotheses } from '../analyses/hypotheses.js';
import { prose } from '../domain/prose.js';
import type { Chart } from './chart.js';
import { hypothesisForest } from './parts/hypothesisForest.js';

const IDS = hypotheses.filter((one) => one.id.startsWith('content.audio_')).map((one) => one.id);

/** Sound against popularity: one typical step of each measure, adjusted and crude. */
export const audioForest: Chart = {
  id: 'audio-forest',
  section: 'content',
  build: (book) =>
    hypothesisForest(book, IDS, {
      unclear: prose`No measure of sound makes a clear difference in popularity`,
      alt: 'Forest plot of the difference in popularity for one standard deviation of each measure of sound',
    }),
};
