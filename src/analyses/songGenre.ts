import { genreStudy } from '../models/genre/genreStudy.js';
import { defineAnalysis } from './analysis.js';
import { measureSongGenre } from './songGenre/measureSongGenre.js';
import { songGenreBlocks } from './songGenre/songGenreBlocks.js';
import { songGenreSlides } from './songGenre/songGenreSlides.js';

/** How well the genre that playlists give a song is told from its sound and its year. */
export const songGenre = defineAnalysis({
  id: 'song_genre',
  title: 'Genre of a song',
  load: (_, context) => context.study(genreStudy),
  measure: measureSongGenre,
  narrate: (book, context) => ({
    blocks: songGenreBlocks(book, context),
    slides: songGenreSlides(book, context),
  }),
});
