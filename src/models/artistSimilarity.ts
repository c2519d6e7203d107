import { cosineSimilarity, type SparseEntries } from './cosineSimilarity.js';

/** A user played an artist, or gave it a tag: indices into the lists of users, artists and tags. */
export interface ArtistListen {
  readonly user: number;
  readonly artist: number;
  readonly plays: number;
}

export interface ArtistTagging {
  /** −1 where a source gives only totals. */
  readonly user: number;
  readonly artist: number;
  readonly tag: number;
  readonly weight: number;
}

/** What is known of a set of artists by who listens to them and how they are tagged. */
export interface ArtistAudience {
  readonly artists: number;
  readonly users: number;
  readonly tags: number;
  readonly listens: readonly ArtistListen[];
  readonly taggings: readonly ArtistTagging[];
}

/** The share of co-listening in the similarity of two artists; the rest is what their tags have in common. */
export const LISTENING_SHARE = 0.5;

/** Similarities of all pairs of artists, prepared so that users can be resampled without reading the data again. */
export interface ArtistSimilarity {
  readonly size: number;
  /** @param userWeights how often each user counts; all once where left out */
  matrix(userWeights?: ArrayLike<number>): Float64Array;
}

/**
 * Similarity of artists between 0 and 1: the mean of two cosines, one over users (log of 1 + plays), one over tags
 * (log of 1 + users who gave the tag, times how rare the tag is among the artists). Without any tags it is
 * co-listening alone, and the other way round.
 *
 * @example
 * artistSimilarity(audience).matrix()[0 * size + 1]; // similarity of the first two artists
 */
export function artistSimilarity(audience: ArtistAudience): ArtistSimilarity {
  const size = audience.artists;
  const listens = listenEntries(audience.listens);
  const taggings = [...audience.taggings].sort((a, b) => a.tag - b.tag || a.artist - b.artist);
  const share = taggings.length === 0 ? 1 : audience.listens.length === 0 ? 0 : LISTENING_SHARE;
  return {
    size,
    matrix(userWeights) {
      const heard = cosineSimilarity(listens, size, userWeights);
      if (share === 1) return heard;
      const tagged = cosineSimilarity(tagEntries(taggings, size, userWeights), size);
      for (let pair = 0; pair < heard.length; pair += 1) {
        heard[pair] = share * heard[pair] + (1 - share) * tagged[pair];
      }
      return heard;
    },
  };
}

function listenEntries(listens: readonly ArtistListen[]): SparseEntries {
  const sorted = [...listens].sort((a, b) => a.user - b.user || a.artist - b.artist);
  return {
    rows: Int32Array.from(sorted, (listen) => listen.user),
    items: Int32Array.from(sorted, (listen) => listen.artist),
    values: Float64Array.from(sorted, (listen) => Math.log1p(listen.plays)),
  };
}

/** Adds up users per artist and tag (taggings come sorted) and weighs rare tags more (smoothed inverse frequency). */
function tagEntries(
  taggings: readonly ArtistTagging[],
  artists: number,
  userWeights?: ArrayLike<number>,
): SparseEntries {
  const rows: number[] = [];
  const items: number[] = [];
  const values: number[] = [];
  for (let start = 0; start < taggings.length;) {
    const { tag } = taggings[start];
    const first = values.length;
    let at = start;
    while (at < taggings.length && taggings[at].tag === tag) {
      const { artist } = taggings[at];
      let total = 0;
      for (
        ;
        at < taggings.length && taggings[at].tag === tag && taggings[at].artist === artist;
        at += 1
      ) {
        const { user, weight } = taggings[at];
        total += weight * (user < 0 || !userWeights ? 1 : userWeights[user]);
      }
      if (total === 0) continue;
      rows.push(tag);
      items.push(artist);
      values.push(Math.log1p(total));
    }
    const rarity = Math.log((1 + artists) / (1 + values.length - first)) + 1;
    for (let entry = first; entry < values.length; entry += 1) values[entry] *= rarity;
    start = at;
  }
  return {
    rows: Int32Array.from(rows),
    items: Int32Array.from(items),
    values: Float64Array.from(values),
  };
}
