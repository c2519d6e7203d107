import { defineAnalysis } from './analysis.js';
import { advice } from './recommendations/advice.js';
import {
  recommendationBlocks,
  recommendationSlides,
} from './recommendations/recommendationText.js';

/** Actions that the judged findings carry; what they do not carry is not printed. */
export const recommendations = defineAnalysis({
  id: 'recommendations',
  title: 'What to do',
  load: () => Promise.resolve(null),
  measure: () => ({ findings: [], tables: [] }),
  narrate: (book) => {
    const list = advice(book);
    return { blocks: recommendationBlocks(list), slides: recommendationSlides(list, book) };
  },
});
