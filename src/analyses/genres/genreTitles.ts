import type { FindingBook } from '../../domain/findingBook.js';
import { listOf, name, prose, type Prose } from '../../domain/prose.js';
import { sideOf, type Side } from '../side.js';
import { namesIn } from '../tableNames.js';
import { ends, growthId, leadId, ratioId, type EngagementKind } from './genreFindings.js';
import { popularityTableId } from './genreTables.js';

/** Genres named in a title, at most. */
const NAMED = 2;

/** The message of the popularity of genres in one source; it names only genres that clearly stand out. */
export function popularityTitle(book: FindingBook, source: string): Prose {
  const genres = ends(namesIn(book, popularityTableId(source), 'genre'));
  const above = onSide(book, genres, (genre) => leadId(source, genre), 'above');
  const below = onSide(book, genres, (genre) => leadId(source, genre), 'below').reverse();
  if (above.length > 0 && below.length > 0) {
    return prose`Songs of ${named(above)} score above the other genres, ${named(below)} below`;
  }
  if (above.length > 0) return prose`Songs of ${named(above)} score above the other genres`;
  if (below.length > 0) return prose`Songs of ${named(below)} score below the other genres`;
  return prose`No genre stands out in popularity by an amount that matters`;
}

/** The message of growth: which genres clearly gain or lose. */
export function growthTitle(book: FindingBook): Prose {
  const genres = ends(namesIn(book, 'genres.growth', 'genre'));
  const rising = onSide(book, genres, growthId, 'above');
  const falling = onSide(book, genres, growthId, 'below').reverse();
  if (rising.length > 0 && falling.length > 0) {
    return prose`Among newer songs ${named(rising)} take${rising.length === 1 ? 's' : ''} a growing share, ${named(falling)} a shrinking one`;
  }
  if (rising.length > 0) {
    return prose`Among newer songs ${named(rising)} take${rising.length === 1 ? 's' : ''} a growing share`;
  }
  if (falling.length > 0) {
    return prose`Among newer songs ${named(falling)} take${falling.length === 1 ? 's' : ''} a shrinking share`;
  }
  return prose`No genre clearly gains or loses among newer songs`;
}

/** Genres whose share clearly grows or shrinks. */
export function movingGenres(book: FindingBook): readonly string[] {
  const genres = ends(namesIn(book, 'genres.growth', 'genre'));
  return [...onSide(book, genres, growthId, 'above'), ...onSide(book, genres, growthId, 'below')];
}

/** The message of engagement by genre, at equal views or listeners. */
export function engagementTitle(book: FindingBook, kind: EngagementKind): Prose {
  const genres = ends(namesIn(book, kind.table.id, 'genre'));
  const above = onSide(book, genres, (genre) => ratioId(kind, genre), 'above');
  const below = onSide(book, genres, (genre) => ratioId(kind, genre), 'below').reverse();
  const isLikes = kind.id === 'likes';
  const more = isLikes ? 'draw more likes per view' : 'are played more often by each listener';
  const fewer = isLikes ? 'fewer' : 'less often';
  const things = isLikes ? 'Videos' : 'Artists';
  if (above.length > 0 && below.length > 0) {
    return prose`${things} of ${named(above)} ${more}, of ${named(below)} ${fewer}, than those of other genres`;
  }
  if (above.length > 0)
    return prose`${things} of ${named(above)} ${more} than those of other genres`;
  if (below.length > 0) {
    const less = isLikes ? 'draw fewer likes per view' : 'are played less often by each listener';
    return prose`${things} of ${named(below)} ${less} than those of other genres`;
  }
  return isLikes
    ? prose`No genre stands out in likes per view`
    : prose`No genre stands out in plays per listener`;
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
