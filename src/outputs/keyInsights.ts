import { FindingBook } from '../domain/findingBook.js';
import { findingsIn } from '../domain/prose.js';
import type { Report } from '../domain/section.js';
import { AppError } from '../errors.js';
import { anchorOf } from './insights/findingLinks.js';
import { keyMessages } from './keyMessages.js';
import { proseToMarkdown } from './prose/index.js';

const START = '<!-- key-insights:start -->';
const END = '<!-- key-insights:end -->';

/**
 * The key insights for the README, each linked to its first finding in INSIGHTS.md.
 *
 * @param insights path of INSIGHTS.md as seen from the README
 */
export function keyInsights(report: Report, insights = 'INSIGHTS.md'): string {
  const book = new FindingBook(report.findings, report.tables);
  const items = keyMessages(report).map((message) => {
    const first = findingsIn(message)[0];
    const source = first === undefined ? '' : ` ([source](${insights}#${anchorOf('f', first)}))`;
    return `- ${proseToMarkdown(message, book)}${source}`;
  });
  return items.join('\n');
}

/**
 * Puts text between the markers of a document.
 *
 * @throws AppError `configuration` where the markers are absent or in the wrong order
 */
export function replaceKeyInsights(document: string, insights: string): string {
  const start = document.indexOf(START);
  const end = document.indexOf(END);
  if (start === -1 || end < start) {
    throw new AppError(
      'configuration',
      `the document must hold "${START}" and, after it, "${END}"`,
      'add both markers where the key insights should stand',
    );
  }
  const before = document.slice(0, start + START.length);
  return `${before}\n\n${insights}\n\n${document.slice(end)}`;
}
