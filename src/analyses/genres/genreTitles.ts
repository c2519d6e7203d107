import type { FindingBook } from '../../domain/findingBook.js';
import { listOf, name, number, prose, type Prose } from '../../domain/prose.js';
import { sideOf, type Side } from '../side.js';
import { namesIn } from '../tableNames.js';
import { ratioId, type EngagementKind } from './engagementKinds.js';
import { ends, leadId, turnYearId } from './genreIds.js';
import { genreShapes } from './genreShapes.js';
import { popularityTableId } from './genreTables.js';

/** Genres named in a title, at most. */
const NAMED = 2;

/** Genres of one source that clearly score above or below other songs, furthest first. */
export function popularityEnds(
  book: FindingBook,
  source: string,
): { readonly above: readonly string[]; readonly below: readonly string[] } {
  const genres = ends(namesIn(book, popularityTableId(source), 'genre'));
  return {
    above: onSide(book, genres, (genre) => leadId(source, genre), 'above'),
    below: onSide(book, genres, (genre) => leadId(source, genre), 'below').reverse(),
  };
}

/** The message of the popularity of genres in one source; it names only genres that clearly stand out. */
export function popularityTitle(book: FindingBook, source: string): Prose {
  const { above, below } = popularityEnds(book, source);
  if (above.length > 0 && below.length > 0) {
    return prose`Songs of ${named(above)} are more popular than other songs, those of ${named(below)} less`;
  }
  if (above.length > 0) return prose`Songs of ${named(above)} are more popular than other songs`;
  if (below.length > 0) return prose`Songs of ${named(below)} are less popular than other songs`;
  return prose`No genre stands out in popularity by an amount that matters`;
}

/** The message of growth: which genres clearly gain or lose, and which turned on the way. */
export function growthTitle(book: FindingBook): Prose {
  const shapes = genreShapes(book);
  const rising = shapes.growing;
  const falling = [...shapes.shrinking].reverse();
  const turned = turnClause(book);
  const moves = moveClause(rising, falling);
  if (moves !== null) return turned === null ? moves : prose`${moves}; ${turned}`;
  return turned ?? prose`No genre clearly gains or loses among newer songs`;
}

function moveClause(rising: readonly string[], falling: readonly string[]): Prose | null {
  const takes = (genres: readonly string[]): Prose =>
    prose`Among newer songs ${named(genres)} take${genres.length === 1 ? 's' : ''}`;
  if (rising.length > 0 && falling.length > 0) {
    return prose`${takes(rising)} a growing share, ${named(falling)} a shrinking one`;
  }
  if (rising.length > 0) return prose`${takes(rising)} a growing share`;
  return falling.length > 0 ? prose`${takes(falling)} a shrinking share` : null;
}

/** "edm peaked in 2014" of the first genre whose share turned. */
function turnClause(book: FindingBook): Prose | null {
  const shapes = genreShapes(book);
  const [peaked] = shapes['past-peak'];
  if (peaked !== undefined) {
    return prose`${name(peaked)} peaked in ${number(turnYearId(peaked))}`;
  }
  const [recovered] = shapes.recovering;
  if (recovered === undefined) return null;
  return prose`${name(recovered)} was lowest in ${number(turnYearId(recovered))}`;
}

/** Genres whose share clearly grows, shrinks or turned. */
export function movingGenres(book: FindingBook): readonly string[] {
  const { growing, shrinking, 'past-peak': peaked, recovering } = genreShapes(book);
  return [...growing, ...shrinking, ...peaked, ...recovering];
}

/** The message of engagement by genre, at equal views or listeners. */
export function engagementTitle(book: FindingBook, kind: EngagementKind): Prose {
  const genres = ends(namesIn(book, kind.table.id, 'genre'));
  const above = onSide(book, genres, (genre) => ratioId(kind, genre), 'above');
  const below = onSide(book, genres, (genre) => ratioId(kind, genre), 'below').reverse();
  const isLikes = kind.id === 'likes';
  const more = isLikes ? 'draw more likes per view' : 'are played more by a typical listener';
  const fewer = isLikes ? 'fewer' : 'less';
  const things = isLikes ? 'Videos' : 'Artists';
  if (above.length > 0 && below.length > 0) {
    return prose`${things} of ${named(above)} ${more}, of ${named(below)} ${fewer}, than those of other genres`;
  }
  if (above.length > 0)
    return prose`${things} of ${named(above)} ${more} than those of other genres`;
  if (below.length > 0) {
    const less = isLikes ? 'draw fewer likes per view' : 'are played less by a typical listener';
    return prose`${things} of ${named(below)} ${less} than those of other genres`;
  }
  return isLikes
    ? prose`No genre stands out in likes per view`
    : prose`No genre stands out in typical plays per listener`;
}

function onSide(
  book: FindingBook,
  genres: readonly string[],
  idOf: (genre: string) => string,
  side: Side,
): string[] {
  return genres.filter((genre) => {
    const finding = book.measured(idOf(genre));
    return finding !== null && sideOf(finding) === side;
  });
}

function named(genres: readonly string[]): Prose {
  return listOf(genres.slice(0, NAMED).map((genre) => name(genre)));
}
