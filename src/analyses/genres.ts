import { defineAnalysis } from './analysis.js';
import { genreBlocks } from './genres/genreBlocks.js';
import { genreSlides } from './genres/genreSlides.js';
import { loadGenres } from './genres/loadGenres.js';
import { measureGenres } from './genres/measureGenres.js';

/** Which genres are popular, which gain and lose, and how their listeners and viewers engage. */
export const genres = defineAnalysis({
  id: 'genres',
  title: 'Genres: what is popular, what is rising',
  load: loadGenres,
  measure: measureGenres,
  narrate: (book, context) => ({
    blocks: genreBlocks(book, context),
    slides: genreSlides(book, context),
  }),
});
