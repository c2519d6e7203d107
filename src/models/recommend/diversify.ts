/** A candidate for a list: its item and what it scored. */
export interface Candidate {
  readonly item: number;
  readonly score: number;
}

export interface DiversifyOptions {
  readonly count: number;
  /** 0: by score alone; 1: each next one as unlike those before as can be. */
  readonly diversity: number;
  /** Likeness of two items, up to 1. */
  readonly similarity: (a: number, b: number) => number;
  /** Whether an item may not stand on a list that holds another. */
  readonly excludes: (a: number, b: number) => boolean;
}

/**
 * Chooses from candidates, best first, by maximal marginal relevance (Carbonell and Goldstein 1998): score as a share of the
 * best, times 1 − diversity, minus diversity times the likeness with what is chosen already.
 */
export function diversify(
  candidates: readonly Candidate[],
  { count, diversity, similarity, excludes }: DiversifyOptions,
): Candidate[] {
  const best = candidates[0]?.score ?? 1;
  const chosen: Candidate[] = [];
  // Likeness of each candidate with the nearest that is chosen: updated as one is chosen.
  let open = candidates.map((candidate) => ({ candidate, nearest: 0 }));
  while (chosen.length < count && open.length > 0) {
    const value = ({ candidate, nearest }: (typeof open)[number]): number =>
      ((1 - diversity) * candidate.score) / best - diversity * nearest;
    const next = open.reduce((top, one) => (value(one) > value(top) ? one : top)).candidate;
    chosen.push(next);
    open = open
      .filter(({ candidate: { item } }) => item !== next.item && !excludes(item, next.item))
      .map(({ candidate, nearest }) => ({
        candidate,
        nearest: diversity > 0 ? Math.max(nearest, similarity(candidate.item, next.item)) : nearest,
      }));
  }
  return chosen;
}
