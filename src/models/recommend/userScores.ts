import type { Collaborative } from './collaborative.js';
import { addProfile, profileScores, type ContentVectors } from './contentVectors.js';
import { contentSay } from './evidence.js';
import type { UserScores } from './judgeRanking.js';

/** Scores by a collaborative model; artists that it leaves out have none. */
export function collaborativeScores({ model, artists, itemOf }: Collaborative): UserScores {
  return (user) => {
    const scores = new Float64Array(itemOf.length).fill(-Infinity);
    model.scoresOf(user).forEach((score, item) => (scores[artists[item]] = score));
    return scores;
  };
}

/** Likeness with what a user plays: the sum of cosines with the user's artists, each with its say. */
export function contentUserScores(
  { rows }: ContentVectors,
  known: readonly ReadonlySet<number>[],
  say: (artist: number) => number = () => 1,
): UserScores {
  return (user) => {
    const profile = new Float64Array(rows.width);
    for (const artist of known[user]) addProfile(profile, rows, artist, say(artist));
    return profileScores(rows, profile);
  };
}

/** The collaborative score plus, for artists of few listeners, what their content says. */
export function hybridScores(
  collaborative: Collaborative,
  content: ContentVectors,
  known: readonly ReadonlySet<number>[],
  contentWeight: number,
): UserScores {
  const heard = collaborativeScores(collaborative);
  const described = contentUserScores(content, known, (artist) =>
    contentSay(collaborative.support[artist], content.words[artist]),
  );
  return (user) => {
    const scores = heard(user);
    return described(user).map(
      (likeness, artist) => Math.max(0, scores[artist]) + contentWeight * likeness,
    );
  };
}
