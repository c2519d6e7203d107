import type { Listen } from './artistData.js';
import { sparseRows, transposeRows, type SparseRows } from './sparseRows.js';
import { topItems } from './topItems.js';
import type { UserScores } from './judgeRanking.js';

/** Neighbours of an artist that count. */
const NEIGHBOURS = 100;

/** Plays as their logarithm, users by artists. */
export function playRows(listens: readonly Listen[], users: number, artists: number): SparseRows {
  const cells = listens.map(({ user, artist, plays }) => ({
    row: user,
    column: artist,
    value: Math.log1p(plays),
  }));
  return sparseRows(cells, users, artists);
}

/**
 * Item-based neighbours: an artist's score is the sum over a user's artists of the cosine of the two over users, times the
 * logarithm of 1 + plays, where the artist is among the hundred nearest.
 */
export function itemCosine(plays: SparseRows): UserScores {
  const byArtist = transposeRows(plays);
  const lengths = Float64Array.from({ length: byArtist.size }, (_, artist) =>
    Math.hypot(...byArtist.values.subarray(byArtist.start[artist], byArtist.start[artist + 1])),
  );
  const neighbours = Array.from({ length: byArtist.size }, (_, artist) => {
    const cosines = cosinesOf(plays, byArtist, lengths, artist);
    return topItems(cosines, NEIGHBOURS).map((other) => ({ other, cosine: cosines[other] }));
  });
  return (user) => {
    const scores = new Float64Array(plays.width).fill(-Infinity);
    for (let at = plays.start[user]; at < plays.start[user + 1]; at += 1) {
      for (const { other, cosine } of neighbours[plays.columns[at]]) {
        scores[other] = Math.max(0, scores[other]) + cosine * plays.values[at];
      }
    }
    return scores;
  };
}

/** Cosine with all artists that share a user; −∞ with the others and with itself. */
function cosinesOf(
  plays: SparseRows,
  byArtist: SparseRows,
  lengths: Float64Array,
  artist: number,
): Float64Array {
  const cosines = new Float64Array(plays.width).fill(-Infinity);
  for (let at = byArtist.start[artist]; at < byArtist.start[artist + 1]; at += 1) {
    const user = byArtist.columns[at];
    for (let cell = plays.start[user]; cell < plays.start[user + 1]; cell += 1) {
      const other = plays.columns[cell];
      const product = byArtist.values[at] * plays.values[cell];
      cosines[other] = Math.max(0, cosines[other]) + product / (lengths[artist] * lengths[other]);
    }
  }
  cosines[artist] = -Infinity;
  return cosines;
}
