import { artistClusters, type ArtistClusters } from '../../models/artistClusters.js';
import type { Random } from '../../stats/random.js';
import type { Audience } from './audience.js';
import { leadingTags } from './clusterNames.js';

/** Fewer artists with enough listeners are not grouped. */
export const MIN_GROUPED = 30;
/** A smaller group is not a group but a handful of odd ones out. */
const MIN_GROUP = 5;
export const NEIGHBOURS = 15;
export const RESAMPLES = 30;

export interface ArtistGroup {
  /** Leading tags, or the most heard artist where nobody gave a tag. */
  readonly name: string;
  /** Indices into the audience's artists, most listeners first. */
  readonly members: readonly number[];
  /** 0–1, see `ArtistClusters.recovery`. */
  readonly recovery: number;
}

export interface NamedClusters {
  /** Largest first. */
  readonly groups: readonly ArtistGroup[];
  /** Group per artist; null for artists outside the groups. */
  readonly groupOf: readonly (number | null)[];
  readonly similarity: Float64Array;
  readonly modularity: number;
  readonly agreement: readonly number[];
}

/** Groups of similar artists with names and stability; null with too few artists. */
export function similarArtists(audience: Audience | null, random: Random): NamedClusters | null {
  if (!audience || audience.artists.length < MIN_GROUPED) return null;
  const clusters = artistClusters(audience.model, {
    neighbours: NEIGHBOURS,
    resamples: RESAMPLES,
    random,
  });
  return named(audience, clusters);
}

function named(audience: Audience, clusters: ArtistClusters): NamedClusters {
  const { labels, count } = clusters;
  const tags = leadingTags(labels, count, audience.model.taggings, audience.tags);
  const members: number[][] = Array.from({ length: count }, () => []);
  labels.forEach((label, artist) => members[label].push(artist));
  const groups = members
    .map((list, label) => ({
      name: tags[label].length > 0 ? tags[label].join(', ') : audience.artists[list[0]].name,
      members: list,
      recovery: clusters.recovery[label],
    }))
    .filter((group) => group.members.length >= MIN_GROUP);
  // Clusters come largest first, so that the kept ones keep their numbers.
  const groupOf = Array.from(labels, (label) => (label < groups.length ? label : null));
  return {
    groups,
    groupOf,
    similarity: clusters.similarity,
    modularity: clusters.modularity,
    agreement: clusters.agreement,
  };
}

/** The most similar pair among the most heard artists, as indices; null where nobody is alike. */
export function closestPair(
  clusters: NamedClusters,
  size: number,
  among: number,
): { readonly first: number; readonly second: number; readonly similarity: number } | null {
  let best: { first: number; second: number; similarity: number } | null = null;
  for (let first = 0; first < Math.min(among, size); first += 1) {
    for (let second = first + 1; second < Math.min(among, size); second += 1) {
      const similarity = clusters.similarity[first * size + second];
      if (similarity > (best?.similarity ?? 0)) best = { first, second, similarity };
    }
  }
  return best;
}
