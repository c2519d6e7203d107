import type { FindingBook } from '../../domain/findingBook.js';
import { prose, type Prose } from '../../domain/prose.js';

/** Whether the hybrid finds more than EASE beyond the interval: yes, no, or it finds less. */
export function comparedWithEase(book: FindingBook): 'better' | 'worse' | 'open' {
  const ci = book.measured('similar.difference.hybrid')?.ci;
  if (!ci) return 'open';
  return ci.low > 0 ? 'better' : ci.high < 0 ? 'worse' : 'open';
}

/** The message of the section, in words that follow the interval. */
export function similarTitle(book: FindingBook): Prose {
  const compared = comparedWithEase(book);
  if (compared === 'better') {
    return prose`Tags, playlists and sound help to find the artists that a listener likes`;
  }
  return compared === 'worse'
    ? prose`Who listens to whom says more alone than with tags, playlists and sound`
    : prose`These data do not settle whether tags, playlists and sound add to what listening tells`;
}
