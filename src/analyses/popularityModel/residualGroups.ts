import type { FindingBook } from '../../domain/findingBook.js';
import { numberIn, tableRecords, textIn } from '../../domain/table.js';
import { GROUP_KINDS } from './explainTables.js';
import { worthTelling } from './leads.js';

/** Errors of one group of songs. */
export interface ResidualGroup {
  readonly kind: keyof typeof GROUP_KINDS;
  readonly group: string;
  readonly n: number;
  readonly bias: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** The groups of one kind, in the order of their table. */
export function residualGroups(
  book: FindingBook,
  kind: ResidualGroup['kind'],
): readonly ResidualGroup[] {
  if (!book.hasTable('models.residuals')) return [];
  return tableRecords(book.table('models.residuals'))
    .filter((row) => row['kind'] === GROUP_KINDS[kind])
    .map((row) => ({
      kind,
      group: textIn(row, 'group'),
      n: numberIn(row, 'n') ?? 0,
      bias: numberIn(row, 'bias') ?? 0,
      low: numberIn(row, 'low'),
      high: numberIn(row, 'high'),
    }));
}

/** The group with the highest or the lowest mean error, where all of its interval lies beyond what is worth telling. */
export function clearlyOff(
  book: FindingBook,
  kind: ResidualGroup['kind'],
  side: 'over' | 'under',
): ResidualGroup | null {
  const sign = side === 'over' ? 1 : -1;
  const [most] = [...residualGroups(book, kind)].sort((a, b) => sign * (b.bias - a.bias));
  const nearest = side === 'over' ? most?.low : most?.high;
  if (!most || nearest === null || nearest === undefined) return null;
  return sign * nearest > worthTelling(book) ? most : null;
}
