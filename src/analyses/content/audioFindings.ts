import type { Finding } from '../../domain/finding.js';
import type { FindingBook } from '../../domain/findingBook.js';
import { hypotheses } from '../hypotheses.js';
import { findingsOf } from '../narration.js';

/** The judged findings on audio features, largest adjusted difference first, unmeasured ones last. */
export function audioFindings(book: FindingBook): readonly Finding[] {
  const ids = hypotheses.map((one) => one.id).filter((id) => id.startsWith('content.audio_'));
  return [...findingsOf(book, ids)].sort(
    (a, b) => Math.abs(b.estimate ?? 0) - Math.abs(a.estimate ?? 0) || (a.id < b.id ? -1 : 1),
  );
}
