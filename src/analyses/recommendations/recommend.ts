import type { Verdict } from '../../domain/finding.js';
import type { FindingBook } from '../../domain/findingBook.js';
import type { Recommendation } from '../../domain/section.js';
import { strengthOf } from '../wording.js';

/** Verdicts that advice of a kind may rest on. */
export const CARRYING: Readonly<Record<AdviceKind, readonly Verdict[]>> = {
  // Do it, because the declared direction held.
  act: ['supported'],
  // Beware, because the opposite of the declared direction was found.
  reverse: ['contradicted'],
  // Do not bother, because the difference is too small to matter.
  skip: ['too-small'],
};

const LEAST_STRENGTH = 0.5;

export type AdviceKind = 'act' | 'reverse' | 'skip';

/**
 * Builds a recommendation if every finding it rests on carries it: the verdict is one of {@link CARRYING} for the kind,
 * and, for `act` and `reverse`, the interval does not reach far into what is too small to matter (its end nearest zero is at least half of
 * the smallest effect of interest).
 *
 * @param strength that least reach of the interval, in smallest effects of interest
 *
 * @returns null where a finding is missing, was not measured, is inconclusive, or says otherwise: such advice is not printed
 * @throws Error where it rests on nothing
 */
export function recommend(
  book: FindingBook,
  kind: AdviceKind,
  advice: Recommendation,
  strength = LEAST_STRENGTH,
): Recommendation | null {
  if (advice.restsOn.length === 0)
    throw new Error(`recommendation "${advice.id}" rests on no finding`);
  return advice.restsOn.every((id) => carries(book, kind, id, strength)) ? advice : null;
}

function carries(book: FindingBook, kind: AdviceKind, id: string, strength: number): boolean {
  const finding = book.measured(id);
  if (!finding || finding.verdict === null || !CARRYING[kind].includes(finding.verdict))
    return false;
  return kind === 'skip' || strengthOf(finding) >= strength;
}
