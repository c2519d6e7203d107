import { recommenderStudy } from '../models/recommend/recommenderStudy.js';
import { defineAnalysis } from './analysis.js';
import { measureSimilar } from './similar/measureSimilar.js';
import { similarBlocks } from './similar/similarBlocks.js';
import { similarSlides } from './similar/similarSlides.js';

/** How well recommenders find artists that listeners like, and who is like the best known. */
export const similar = defineAnalysis({
  id: 'similar',
  title: 'Artists like this one',
  load: (_, context) => context.study(recommenderStudy),
  measure: measureSimilar,
  narrate: (book, context) => ({
    blocks: similarBlocks(book, context),
    slides: similarSlides(book, context),
  }),
});
