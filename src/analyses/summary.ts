import { defineAnalysis } from './analysis.js';
import { summaryBlocks, summarySlides } from './summary/summaryText.js';

/** The report in two or three paragraphs, put together from the strongest findings. */
export const summary = defineAnalysis({
  id: 'summary',
  title: 'Executive summary',
  load: () => Promise.resolve(null),
  measure: () => ({ findings: [], tables: [] }),
  narrate: (book, context) => ({
    blocks: summaryBlocks(book, context),
    slides: summarySlides(book),
  }),
});
