import type { FindingBook } from '../../domain/findingBook.js';
import { prose, type Prose } from '../../domain/prose.js';
import { accuracyId } from './measureSongGenre.js';

/** The model that the section speaks of, over songs, with the year. */
export const DESCRIBED = accuracyId({
  model: 'boosting_and_forest',
  split: 'songs',
  withYear: true,
});

/** Always naming the commonest genre, judged on the same songs. */
export const BASELINE = accuracyId({ model: 'majority', split: 'songs', withYear: true });

/** The message of the section, in words that follow the intervals. */
export function songGenreTitle(book: FindingBook): Prose {
  const [score, baseline] = [DESCRIBED, BASELINE].map((id) => book.measured(id)?.ci);
  return score && baseline && score.low > baseline.high
    ? prose`How a song sounds, and its year, tell much about its genre, but not all`
    : prose`These data do not settle whether sound and year tell a song’s genre`;
}
