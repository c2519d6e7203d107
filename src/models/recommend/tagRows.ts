import { sparseRows, type SparseCell, type SparseRows } from './sparseRows.js';
import type { Tagging } from './artistData.js';

/**
 * Tags as rows over artists: the logarithm of 1 + users who gave the artist the tag, times how rare the tag is among
 * artists (smoothed inverse document frequency), each artist's column scaled to length 1. Recommender and groups of artists
 * both compare artists by these columns. Tags of fewer users are left out where that is asked for: they are those users' own
 * words, and stand for the users rather than for the music.
 *
 * @param artists number of artists
 * @param minUsers users a tag needs to count; totals without users count as their weight
 * @param userWeights how often each user counts (multiplicities of a resample); all once where left out
 * @returns one row per tag that is left, and which tag each row is
 */
export function tagRows(
  taggings: readonly Tagging[],
  artists: number,
  minUsers: number,
  userWeights?: ArrayLike<number>,
): { readonly rows: SparseRows; readonly tags: readonly number[] } {
  const usersOf = minUsers > 1 ? countUsers(taggings) : null;
  const rowOf = new Map<number, number>();
  const counts = new Map<number, number>();
  for (const { tag, artist, user, weight } of taggings) {
    if (usersOf && (usersOf.get(tag) ?? 0) < minUsers) continue;
    const users = weight * (user < 0 || !userWeights ? 1 : userWeights[user]);
    if (users === 0) continue;
    const row = rowOf.get(tag) ?? rowOf.size;
    rowOf.set(tag, row);
    const cell = row * artists + artist;
    counts.set(cell, (counts.get(cell) ?? 0) + users);
  }
  const spread = new Int32Array(rowOf.size);
  for (const cell of counts.keys()) spread[Math.floor(cell / artists)] += 1;
  const cells = [...counts].map(([cell, users]): SparseCell => {
    const row = Math.floor(cell / artists);
    const rarity = Math.log((1 + artists) / (1 + spread[row])) + 1;
    return { row, column: cell % artists, value: Math.log1p(users) * rarity };
  });
  return {
    rows: unitColumns(sparseRows(cells, rowOf.size, artists)),
    tags: [...rowOf.keys()],
  };
}

/** Different users of each tag; a total without users counts as that many. */
function countUsers(taggings: readonly Tagging[]): ReadonlyMap<number, number> {
  const users = new Map<number, Set<number>>();
  const totals = new Map<number, number>();
  for (const { tag, user, weight } of taggings) {
    if (user < 0) {
      totals.set(tag, (totals.get(tag) ?? 0) + weight);
      continue;
    }
    const known = users.get(tag) ?? new Set<number>();
    if (known.size === 0) users.set(tag, known);
    known.add(user);
  }
  for (const [tag, known] of users) totals.set(tag, (totals.get(tag) ?? 0) + known.size);
  return totals;
}

/** The same rows with every column scaled to length 1; a column of zeros stays. */
function unitColumns(rows: SparseRows): SparseRows {
  const squares = new Float64Array(rows.width);
  rows.columns.forEach((column, at) => (squares[column] += rows.values[at] ** 2));
  const values = rows.values.map((value, at) => {
    const length = Math.sqrt(squares[rows.columns[at]]);
    return length > 0 ? value / length : 0;
  });
  return { ...rows, values };
}
