import type { FindingBook } from '../domain/findingBook.js';
import { tableRecords } from '../domain/table.js';

/** The texts of one column of a table, top to bottom; empty where the book lacks the table. */
export function namesIn(book: FindingBook, table: string, column: string): readonly string[] {
  if (!book.hasTable(table)) return [];
  return tableRecords(book.table(table)).flatMap((row) => {
    const cell = row[column];
    return typeof cell === 'string' ? [cell] : [];
  });
}
