import { popularityStudy } from '../models/popularity/popularityStudy.js';
import { defineAnalysis } from './analysis.js';
import { measurePopularity } from './popularityModel/measurePopularity.js';
import { popularityBlocks } from './popularityModel/popularityBlocks.js';
import { popularitySlides } from './popularityModel/popularitySlides.js';

/** How far popularity can be predicted, honestly judged, and what the predictions rest on. */
export const popularityModel = defineAnalysis({
  id: 'models',
  title: 'Popularity: how far it can be predicted',
  load: (_, context) => context.study(popularityStudy),
  measure: measurePopularity,
  narrate: (book, context) => ({
    blocks: popularityBlocks(book, context),
    slides: popularitySlides(book, context),
  }),
});
