import type { FindingBook } from '../../domain/findingBook.js';
import { findingsIn, type Prose } from '../../domain/prose.js';
import type { Report } from '../../domain/section.js';
import type { Drawings } from '../drawings.js';
import { proseToMarkdown } from '../prose/index.js';
import type { FindingLinks } from './findingLinks.js';

/** What every part of INSIGHTS.md is rendered from. */
export interface InsightsContext {
  readonly report: Report;
  readonly book: FindingBook;
  readonly drawings: Drawings;
  readonly links: FindingLinks;
  /** Folder of the figures as seen from the document. */
  readonly figures: string;
}

/** Prose with small links to the findings whose numbers it shows. */
export function cited(text: Prose, { book, links }: InsightsContext): string {
  return proseToMarkdown(text, book) + links.cite(findingsIn(text));
}
