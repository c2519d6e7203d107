import type { FindingBook } from '../../domain/findingBook.js';
import type { DataTable } from '../../domain/table.js';

/**
 * The source line of what a table or finding rests on, each source with its own as-of date as its findings give it.
 *
 * @example
 * datedSourceLine(book, table); // gives "Source: lastfm_2k (as of 2011-05-31), spotify_songs (as of 2020-01-21)"
 */
export function datedSourceLine(book: FindingBook, table: Pick<DataTable, 'sources'>): string {
  const dates = new Map<string, string>();
  for (const { sources, asOf } of book.findings) {
    const [source] = sources;
    if (sources.length === 1 && source !== undefined && asOf !== null) dates.set(source, asOf);
  }
  const parts = table.sources.map((source) => {
    const date = dates.get(source);
    return date === undefined ? source : `${source} (as of ${date})`;
  });
  return `Source: ${parts.join(', ')}`;
}
