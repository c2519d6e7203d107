import { FindingBook } from '../../domain/findingBook.js';
import type { Report, Section } from '../../domain/section.js';
import type { Drawings } from '../drawings.js';
import { renderAppendix } from './appendix.js';
import { renderContents } from './contents.js';
import { findingLinks } from './findingLinks.js';
import { renderHeader } from './header.js';
import type { InsightsContext } from './insightsContext.js';
import { renderProvenance } from './provenance.js';
import { renderSection } from './section.js';

export interface InsightsOptions {
  /** Folder of the figures as seen from the document, without a slash at its end. */
  readonly figures: string;
}

/**
 * The insights document: summary first, then contents, sections, provenance and the appendix of findings.
 * It renders what the report says and computes nothing.
 *
 * @param drawings the report's charts; a chart block without its drawing is left out
 * @returns Markdown (CommonMark and GitHub's tables) that ends with a line end
 * @example
 * writeFileSync('INSIGHTS.md', renderInsights(report, drawings, { figures: 'reports/figures' }));
 */
export function renderInsights(
  report: Report,
  drawings: Drawings,
  { figures }: InsightsOptions = { figures: 'reports/figures' },
): string {
  const book = new FindingBook(report.findings, report.tables);
  const context: InsightsContext = { report, book, drawings, links: findingLinks(report), figures };
  const isSummary = ({ id }: Section): boolean => id === 'summary';
  const summary = report.sections.filter(isSummary);
  const others = report.sections.filter((section) => !isSummary(section));
  const parts = [
    ...renderHeader(report),
    ...summary.flatMap((section) => renderSection(section, context)),
    ...renderContents(others),
    ...others.flatMap((section) => renderSection(section, context)),
    ...renderProvenance(report),
    ...renderAppendix(context),
  ];
  return `${parts.join('\n\n')}\n`;
}
