import type { FindingBook } from '../../domain/findingBook.js';
import type { Prose } from '../../domain/prose.js';
import { NAME_LIMIT } from './cleanName.js';
import { escapeMarkdown, escapeSlide } from './escapeMarkdown.js';
import { renderProse } from './renderProse.js';

/**
 * Prose as one line of Markdown that CommonMark and GitHub read alike; names stay text.
 *
 * @example
 * proseToMarkdown(prose`${name('*NSYNC')} leads`, book); // gives "\\*NSYNC leads"
 */
export function proseToMarkdown(prose: Prose, book: FindingBook, nameLimit = NAME_LIMIT): string {
  return renderProse(prose, book, { text: escapeMarkdown, strong: emphasise, nameLimit }).trim();
}

/** Prose as one line of a slide's Markdown. */
export function proseToSlide(prose: Prose, book: FindingBook, nameLimit = NAME_LIMIT): string {
  return renderProse(prose, book, { text: escapeSlide, strong: emphasise, nameLimit }).trim();
}

/**
 * `**` only opens and closes where CommonMark's flanking rules let it: not inside a word, and not with punctuation
 * inside and a letter outside. Where it would show as asterisks, the text stays plain.
 */
function emphasise(rendered: string, before: string): string {
  const inner = rendered.trim();
  if (inner === '' || /[\p{L}\p{N}*\\]$/u.test(before)) return rendered;
  const lead = rendered.slice(0, rendered.indexOf(inner));
  const tail = rendered.slice(lead.length + inner.length);
  return `${lead}**${inner}**${tail}`;
}
