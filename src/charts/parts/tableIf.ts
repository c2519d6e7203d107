import type { FindingBook } from '../../domain/findingBook.js';
import type { DataTable } from '../../domain/table.js';

/** The table if the book holds it. */
export function tableIf(book: FindingBook, id: string): DataTable | null {
  return book.hasTable(id) ? book.table(id) : null;
}
