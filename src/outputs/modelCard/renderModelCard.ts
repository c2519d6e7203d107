import { FindingBook } from '../../domain/findingBook.js';
import type { Report } from '../../domain/section.js';
import type { Drawings } from '../drawings.js';
import { renderAppendix } from '../insights/appendix.js';
import { findingLinks } from '../insights/findingLinks.js';
import type { InsightsContext } from '../insights/insightsContext.js';
import { renderProvenance } from '../insights/provenance.js';
import { renderSection } from '../insights/section.js';
import { SYNTHETIC_NOTICE } from '../syntheticNotice.js';
import { cardSections } from './cardSections.js';

export interface ModelCardOptions {
  /** Folder of the figures as seen from the card, without a slash at its end. */
  readonly figures: string;
}

/** Id of the section whose findings and tables the card tells. */
const SECTION = 'models';

/**
 * The report as far as the model card tells it: its own sections, and the findings and tables on the models. Its numbers
 * can be traced as those of INSIGHTS.md: `checkTraceability(card, modelCardReport(report), drawings)`.
 */
export function modelCardReport(report: Report): Report {
  const book = new FindingBook(report.findings, report.tables);
  return {
    ...report,
    sections: cardSections(book, report.provenance.sources),
    findings: report.findings.filter(({ section }) => section === SECTION),
    tables: report.tables.filter(({ id }) => id.startsWith(`${SECTION}.`)),
  };
}

/**
 * The model card: what the model of popularity is for, how well it was judged, whom it treats worse, and when it
 * will be wrong. It renders findings and computes nothing; findings have the labels that they have in INSIGHTS.md.
 *
 * @param drawings the report's charts; a chart block without its drawing is left out
 * @returns Markdown that ends with a line end
 * @example
 * writeFileSync('reports/MODEL_CARD.md', renderModelCard(report, drawings, { figures: 'figures' }));
 */
export function renderModelCard(
  report: Report,
  drawings: Drawings,
  { figures }: ModelCardOptions,
): string {
  const card = modelCardReport(report);
  const book = new FindingBook(card.findings, card.tables);
  const context: InsightsContext = {
    report: card,
    book,
    drawings,
    links: findingLinks(report),
    figures,
  };
  const parts = [
    '# Model card: popularity of songs',
    `_As of ${report.provenance.asOf}._`,
    ...(report.provenance.dataset === 'sample'
      ? [`> **Synthetic data.** ${SYNTHETIC_NOTICE}`]
      : []),
    ...card.sections.flatMap((section) => renderSection(section, context)),
    ...renderProvenance(report),
    ...renderAppendix(context),
  ];
  return `${parts.join('\n\n')}\n`;
}
