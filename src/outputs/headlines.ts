import { FindingBook } from '../domain/findingBook.js';
import type { Report } from '../domain/section.js';
import { keyMessages } from './keyMessages.js';
import { proseToPlain } from './prose/index.js';

/**
 * The headline findings, one line each, for the end of `npm run report`.
 *
 * @param limit at most this many
 */
export function headlines(report: Report, limit = 6): readonly string[] {
  const book = new FindingBook(report.findings, report.tables);
  return keyMessages(report, limit).map((message) => proseToPlain(message, book));
}
