import type { FindingBook } from '../../domain/findingBook.js';
import type { Prose } from '../../domain/prose.js';
import { NAME_LIMIT } from './cleanName.js';
import { escapeHtml } from './escapeHtml.js';
import { renderProse } from './renderProse.js';

/** Prose as HTML: text and `<strong>`, nothing else. */
export function proseToHtml(prose: Prose, book: FindingBook, nameLimit = NAME_LIMIT): string {
  return renderProse(prose, book, {
    text: escapeHtml,
    strong: (rendered) => `<strong>${rendered}</strong>`,
    nameLimit,
  }).trim();
}
