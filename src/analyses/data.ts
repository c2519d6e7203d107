import { defineAnalysis } from './analysis.js';
import { dataBlocks } from './data/dataBlocks.js';
import { dataSlides } from './data/dataSlides.js';
import { loadData } from './data/loadData.js';
import { measureData } from './data/measureData.js';

/** What is in the store, where it comes from, what is missing, doubled or odd, and how the sources join. */
export const data = defineAnalysis({
  id: 'data',
  title: 'Data and quality',
  load: loadData,
  measure: measureData,
  narrate: (book, context) => ({
    blocks: dataBlocks(book, context),
    slides: dataSlides(book, context),
  }),
});
