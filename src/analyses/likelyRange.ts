import type { Finding } from '../domain/finding.js';
import type { FindingBook } from '../domain/findingBook.js';
import { number, prose, type Prose } from '../domain/prose.js';

/**
 * " (likely range 1.2 to 3.3)" behind a number; nothing where the finding has no interval, for example where all songs are
 * by one artist.
 *
 * @param words what to call it; an empty text shows the bare range
 */
export function likelyRange(
  book: FindingBook,
  finding: string | Finding,
  words: 'likely range' | 'range' | '' = 'likely range',
): Prose {
  const found = typeof finding === 'string' ? book.finding(finding) : finding;
  if (found.ci === null) return [];
  return words === ''
    ? prose` (${number(found, 'interval')})`
    : prose` (${words} ${number(found, 'interval')})`;
}
