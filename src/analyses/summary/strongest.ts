import type { Finding } from '../../domain/finding.js';
import type { FindingBook } from '../../domain/findingBook.js';
import { findingDiffers } from '../adjusted/differs.js';
import { vanishesWithinArtist } from '../adjusted/weakerWithinArtist.js';
import { hypothesis } from '../hypotheses.js';
import { matters, misleadsClause, strengthOf } from '../wording.js';

/** Whether the declared limit of the finding could account for all of its difference, or nothing of it is left among one artist's songs. */
export function isDoubtful(finding: Finding): boolean {
  const { limitCouldBeAll } = hypothesis(finding.hypothesis ?? finding.id);
  return limitCouldBeAll === true || vanishesWithinArtist(finding);
}

/**
 * Confirmatory findings that show a direction beyond the smallest effect of interest, strongest interval first. Those whose
 * declared limit could account for all of the difference stand after the others, however strong.
 */
export function strongest(book: FindingBook): readonly Finding[] {
  return book.findings
    .filter((finding) => finding.kind === 'confirmatory' && matters(finding))
    .sort(
      (a, b) =>
        Number(isDoubtful(a)) - Number(isDoubtful(b)) ||
        strengthOf(b) - strengthOf(a) ||
        (a.id < b.id ? -1 : 1),
    );
}

/** Confirmatory findings whose plain comparison misleads by as much as matters or more, by most first. */
export function misleading(book: FindingBook): readonly Finding[] {
  return book.findings
    .filter(
      (finding) =>
        finding.kind === 'confirmatory' &&
        findingDiffers(finding) &&
        misleadsClause(finding) !== null &&
        gapOf(finding) >= 1,
    )
    .sort((a, b) => gapOf(b) - gapOf(a) || (a.id < b.id ? -1 : 1));
}

/** How far the plain estimate lies from the adjusted one, in smallest effects of interest. */
function gapOf({ crude, estimate, smallestEffect }: Finding): number {
  return Math.abs((crude?.estimate ?? 0) - (estimate ?? 0)) / (smallestEffect ?? 1);
}
