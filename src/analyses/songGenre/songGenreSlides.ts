import type { FindingBook } from '../../domain/findingBook.js';
import { number, prose } from '../../domain/prose.js';
import type { Slide } from '../../domain/section.js';
import type { AnalysisContext } from '../analysis.js';
import { likelyRange } from '../likelyRange.js';
import { sourceSentence } from '../narration.js';
import { accuracyId } from './measureSongGenre.js';
import { BASELINE, DESCRIBED, songGenreTitle } from './songGenreTitle.js';

/** One slide: what is taken for what, and how often the model is right. */
export function songGenreSlides(book: FindingBook, context: AnalysisContext): readonly Slide[] {
  const score = book.measured(DESCRIBED);
  if (!score) return [];
  const artists = accuracyId({ model: 'boosting_and_forest', split: 'artists', withYear: true });
  return [
    {
      title: songGenreTitle(book),
      chart: 'song-genre-confusion',
      points: [
        prose`Right for ${number(score)} of songs${likelyRange(book, score, 'range')}; always the commonest genre: ${number(BASELINE)}`,
        prose`For artists that are new to the model: ${number(artists)}${likelyRange(book, artists, 'range')}`,
        prose`A genre is what somebody called a playlist: a first guess to be checked, not a label`,
      ],
      notes: [
        prose`Judged on songs that the model had not seen, all versions of a song on one side. Right means the genre that the song is listed under most; where any of its genres counts, it is ${number('song_genre.any_match')}.`,
        sourceSentence(score, context),
      ],
    },
  ];
}
