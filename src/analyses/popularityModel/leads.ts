import type { FindingBook } from '../../domain/findingBook.js';
import { numberIn, tableRecords, textIn } from '../../domain/table.js';
import type { Role } from './believed.js';
import { HONEST } from './modelNames.js';

/** One score that the text speaks of, as the book holds it. */
export interface LeadRow {
  readonly task: string;
  readonly taskTitle: string;
  readonly split: string;
  readonly splitTitle: string;
  readonly role: Role;
  readonly recipeTitle: string;
  readonly modelTitle: string;
  readonly r2: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly targetSd: number;
  /** Unit of the errors, in words. */
  readonly unit: string;
  /** Ids of the findings. */
  readonly r2Finding: string;
  readonly rmseFinding: string;
}

const ROLES: readonly Role[] = ['all', 'release', 'baseline'];

/** All of them, the leading task first; none where nothing was judged. */
export function leadRows(book: FindingBook): readonly LeadRow[] {
  if (!book.hasTable('models.leads')) return [];
  return tableRecords(book.table('models.leads')).map((row) => ({
    task: textIn(row, 'task'),
    taskTitle: textIn(row, 'task_title'),
    split: textIn(row, 'split'),
    splitTitle: textIn(row, 'split_title'),
    role: ROLES.find((role) => role === row['role']) ?? 'baseline',
    recipeTitle: textIn(row, 'recipe_title'),
    modelTitle: textIn(row, 'model_title'),
    r2: numberIn(row, 'r2') ?? Number.NaN,
    low: numberIn(row, 'low'),
    high: numberIn(row, 'high'),
    targetSd: numberIn(row, 'target_sd') ?? Number.NaN,
    unit: textIn(row, 'unit'),
    r2Finding: textIn(row, 'r2_finding'),
    rmseFinding: textIn(row, 'rmse_finding'),
  }));
}

/** The rows of the leading task, from the naive split to the hardest. */
export function leadingRows(book: FindingBook): readonly LeadRow[] {
  const rows = leadRows(book);
  return rows.filter(({ task }) => task === rows[0]?.task);
}

/** One score of the leading task. */
export function leadOf(book: FindingBook, role: Role, split = HONEST): LeadRow | null {
  return leadingRows(book).find((row) => row.role === role && row.split === split) ?? null;
}

/** What the leading task predicts, in words: songs have popularity in points, or streams on a logarithmic scale. */
export function targetWords(book: FindingBook): { readonly noun: string; readonly unit: string } {
  const unit = leadingRows(book)[0]?.unit ?? 'points';
  return { noun: unit === 'points' ? 'popularity' : 'streams', unit };
}

/** Share of the spread of the songs that a mean error must reach to be worth telling where it is not in points. */
const WORTH_SHARE = 0.05;

/** A mean error of a group smaller than this is not worth telling: a point of popularity. */
export function worthTelling(book: FindingBook): number {
  const [first] = leadingRows(book);
  return !first || first.unit === 'points' ? 1 : WORTH_SHARE * first.targetSd;
}
