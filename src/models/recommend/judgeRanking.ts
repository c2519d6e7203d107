import type { HeldOut } from './holdOut.js';
import { LIST_LENGTH, listScores } from './rankingScores.js';
import { topItems } from './topItems.js';

/** Scores of all artists for a user; −∞ for those it cannot score. */
export type UserScores = (user: number) => Float64Array;

/** What a method reached, user by user. */
export interface JudgedRanking {
  readonly ndcg: Float64Array;
  readonly recall: Float64Array;
  /** Share of the artists with a listener in training that stand on some user's list. */
  readonly coverage: number;
  /** Mean of −log₂ of the share of users who know a listed artist, in bits: higher is less obvious. */
  readonly novelty: number;
}

/** Users with something to be found. */
export function judgedUsers({ held }: HeldOut): readonly number[] {
  return held.flatMap((artists, user) => (artists.size > 0 ? [user] : []));
}

/** Lists ten artists for every judged user, none that the user is known to play, and compares them with what was held out. */
export function judgeRanking(
  split: HeldOut,
  users: readonly number[],
  listeners: ArrayLike<number>,
  scores: UserScores,
): JudgedRanking {
  const ndcg = new Float64Array(users.length);
  const recall = new Float64Array(users.length);
  const listed = new Set<number>();
  const all = split.known.length;
  let [bits, count] = [0, 0];
  users.forEach((user, at) => {
    const list = topItems(scores(user), LIST_LENGTH, split.known[user]);
    ({ ndcg: ndcg[at], recall: recall[at] } = listScores(list, split.held[user]));
    for (const artist of list) {
      if (listeners[artist] > 0) listed.add(artist);
      // Half a listener for an artist nobody plays: the logarithm of zero is no number.
      bits -= Math.log2(Math.max(0.5, listeners[artist]) / all);
      count += 1;
    }
  });
  const heard = Array.from(listeners).filter((number) => number > 0).length;
  return { ndcg, recall, coverage: listed.size / heard, novelty: count > 0 ? bits / count : 0 };
}
