import type { FindingBook } from '../domain/findingBook.js';
import type { Cell, DataTable } from '../domain/table.js';

/** A number of a table row, or null. */
export function numberIn(row: Readonly<Record<string, Cell>>, column: string): number | null {
  const cell = row[column];
  return typeof cell === 'number' ? cell : null;
}

/** A text of a table row. */
export function textIn(row: Readonly<Record<string, Cell>>, column: string): string {
  const cell = row[column];
  return typeof cell === 'string' ? cell : '';
}

/** The table if the book holds it. */
export function tableIf(book: FindingBook, id: string): DataTable | null {
  return book.hasTable(id) ? book.table(id) : null;
}

/** The first and last rows of a long ranking, with what was left out between them. */
export function endsOf<Row>(rows: readonly Row[], most: number): readonly Row[] {
  if (rows.length <= most) return rows;
  const first = Math.ceil(most / 2);
  return [...rows.slice(0, first), ...rows.slice(rows.length - (most - first))];
}
