import { defineAnalysis } from './analysis.js';
import { artistBlocks } from './artists/artistBlocks.js';
import { artistSlides } from './artists/artistSlides.js';
import { loadArtists } from './artists/loadArtists.js';
import { measureArtists } from './artists/measureArtists.js';

/** Who leads, how far rankings agree, who is held dear, who is alike, and who grows. */
export const artists = defineAnalysis({
  id: 'artists',
  title: 'Artists: who leads and who is alike',
  load: loadArtists,
  measure: measureArtists,
  narrate: (book, context) => ({
    blocks: artistBlocks(book, context),
    slides: artistSlides(book, context),
  }),
});
