import type { FindingBook } from '../../domain/findingBook.js';
import type { Prose } from '../../domain/prose.js';
import { NAME_LIMIT } from './cleanName.js';
import { renderProse } from './renderProse.js';

/**
 * Prose as plain text: for alternative texts, speaker notes and the terminal.
 *
 * @param nameLimit names are cut at this many characters
 */
export function proseToPlain(prose: Prose, book: FindingBook, nameLimit = NAME_LIMIT): string {
  return renderProse(prose, book, {
    text: (text) => text,
    strong: (rendered) => rendered,
    nameLimit,
  }).trim();
}
