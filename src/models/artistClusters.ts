import { adjustedRandIndex } from '../stats/adjustedRandIndex.js';
import { artistSimilarity, type ArtistAudience } from './artistSimilarity.js';
import { louvain, modularity } from './louvain.js';
import { neighbourGraph } from './neighbourGraph.js';

export interface ArtistClusterOptions {
  /** Nearest artists that each artist is linked to. */
  readonly neighbours: number;
  /** Resamples of the users for the stability; none skips it. */
  readonly resamples: number;
  /** Uniform numbers in [0, 1) from a seed. */
  readonly random: () => number;
}

export interface ArtistClusters {
  /** Cluster per artist, largest cluster 0. */
  readonly labels: Int32Array;
  readonly count: number;
  readonly modularity: number;
  /** Similarity of all pairs, row by row. */
  readonly similarity: Float64Array;
  /** Adjusted Rand index of each resample's clusters against `labels`. */
  readonly agreement: readonly number[];
  /** Per cluster: how much of it comes back in a resample, mean Jaccard index with the best match (Hennig 2007). */
  readonly recovery: readonly number[];
}

/**
 * Groups artists by who listens to them and how they are tagged: graph of nearest neighbours, then Louvain
 * communities. Stability is what remains when other users had been drawn: users are resampled with replacement, and
 * everything is computed again.
 */
export function artistClusters(
  audience: ArtistAudience,
  options: ArtistClusterOptions,
): ArtistClusters {
  const model = artistSimilarity(audience);
  const similarity = model.matrix();
  const graph = neighbourGraph(similarity, model.size, options.neighbours);
  const labels = louvain(graph);
  const count = labels.reduce((most, label) => Math.max(most, label + 1), 0);
  const agreement: number[] = [];
  const recovered = new Float64Array(count);
  for (let round = 0; round < options.resamples; round += 1) {
    const weights = drawUsers(audience.users, options.random);
    const again = louvain(neighbourGraph(model.matrix(weights), model.size, options.neighbours));
    agreement.push(adjustedRandIndex(labels, again));
    bestOverlaps(labels, again, count).forEach((overlap, cluster) => {
      recovered[cluster] += overlap / options.resamples;
    });
  }
  return {
    labels,
    count,
    modularity: modularity(graph, labels),
    similarity,
    agreement,
    recovery: [...recovered],
  };
}

/** How often each user was drawn when as many users are drawn with replacement. */
function drawUsers(users: number, random: () => number): Int32Array {
  const drawn = new Int32Array(users);
  for (let draw = 0; draw < users; draw += 1) drawn[Math.floor(random() * users)] += 1;
  return drawn;
}

/** For each cluster of `labels`: the largest Jaccard index with any cluster of `others`. */
function bestOverlaps(labels: Int32Array, others: Int32Array, count: number): number[] {
  const otherCount = others.reduce((most, label) => Math.max(most, label + 1), 0);
  const sizes = new Int32Array(count);
  const otherSizes = new Int32Array(otherCount);
  const shared = new Int32Array(count * otherCount);
  labels.forEach((label, item) => {
    const other = others[item];
    sizes[label] += 1;
    otherSizes[other] += 1;
    shared[label * otherCount + other] += 1;
  });
  return Array.from(sizes, (size, label) => {
    let best = 0;
    for (let other = 0; other < otherCount; other += 1) {
      const both = shared[label * otherCount + other];
      best = Math.max(best, both / (size + otherSizes[other] - both));
    }
    return best;
  });
}
