import { defineAnalysis } from './analysis.js';
import { hypothesisTable } from './methods/hypothesisTable.js';
import { methodBlocks, methodSlides } from './methods/methodText.js';

/** How the numbers were made and what they cannot say. */
export const methods = defineAnalysis({
  id: 'methods',
  title: 'Methods and limits',
  load: () => Promise.resolve(null),
  measure: () => ({ findings: [], tables: [hypothesisTable()] }),
  narrate: (book, context) => ({
    blocks: methodBlocks(book, context),
    slides: methodSlides(book, context),
  }),
});
