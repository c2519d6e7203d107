import type { FindingBook } from '../../domain/findingBook.js';
import { popularityTableId } from './genreTables.js';

const PREFIX = 'genres.popularity.';

/** Sources whose genres were ranked by popularity, the one with most songs first. */
export function popularitySources(book: FindingBook): readonly string[] {
  return book.tables.flatMap((table) => {
    const [source] = table.sources;
    const isRanking = table.id.startsWith(PREFIX) && source !== undefined;
    return isRanking && table.id === popularityTableId(source) ? [source] : [];
  });
}
