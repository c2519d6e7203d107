import type { FindingBook } from '../../domain/findingBook.js';
import { sideOf } from '../side.js';
import { namesIn } from '../tableNames.js';
import { ends, growthId, sinceId } from './genreIds.js';

/**
 * How the share of a genre moved over the years of release.
 * - growing, shrinking: the whole interval of the slope lies beyond what matters, and the share did not turn
 * - past-peak: it clearly rose and has clearly been lower since; recovering: the other way round
 * - unclear: anything else
 */
export type GenreShape = 'growing' | 'shrinking' | 'past-peak' | 'recovering' | 'unclear';

/** Genres by the shape of their share; the fastest growing first, the fastest shrinking last. */
export function genreShapes(book: FindingBook): Readonly<Record<GenreShape, readonly string[]>> {
  const shapes: Record<GenreShape, string[]> = {
    growing: [],
    shrinking: [],
    'past-peak': [],
    recovering: [],
    unclear: [],
  };
  for (const genre of ends(namesIn(book, 'genres.growth', 'genre'))) {
    const shape = shapeOf(book, genre);
    if (shape !== null) shapes[shape].push(genre);
  }
  return shapes;
}

function shapeOf(book: FindingBook, genre: string): GenreShape | null {
  const slope = book.measured(growthId(genre));
  if (!slope) return null;
  const since = book.measured(sinceId(genre));
  if (since) return (since.estimate ?? 0) < 0 ? 'past-peak' : 'recovering';
  const side = sideOf(slope);
  if (side === 'above') return 'growing';
  return side === 'below' ? 'shrinking' : 'unclear';
}
