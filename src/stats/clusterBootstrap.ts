import { resample, type Resampled, type ResamplingOptions } from './bootstrap.js';
import { gatherCodes } from './gatherCodes.js';
import { groupRows } from './linear/grouping.js';
import { randomInteger } from './random.js';

export interface ClusterBootstrapOptions extends ResamplingOptions {
  /** Cluster of each row; rows with −1 are left out. */
  readonly clusters: Int32Array;
}

/**
 * Bootstrap of whole clusters: draws as many clusters with replacement and takes all rows of each, so that the
 * interval respects that rows of one cluster (songs of one artist) are not independent. Otherwise like
 * {@link bootstrap}; the jackknife leaves out clusters. Davison and Hinkley (1997), section 3.8.
 *
 * @example
 * clusterBootstrap({ clusters, statistic: (rows) => share(rows), random: createRandom(1) }).ci;
 */
export function clusterBootstrap(options: ClusterBootstrapOptions): Resampled {
  const { clusters, random } = options;
  const rows = Int32Array.from(clusters.keys()).filter((row) => clusters[row] >= 0);
  const { groups, members, start } = groupRows(clusters, rows);
  const all = gatherCodes(rows, members);
  let drawn = new Int32Array(rows.length * 2);
  return resample(options, {
    label: 'bootstrap of whole clusters',
    rows: rows.length,
    units: groups,
    all,
    draw: () => {
      let size = 0;
      for (let i = 0; i < groups; i += 1) {
        const group = randomInteger(random, groups);
        const cluster = all.subarray(start[group], start[group + 1]);
        if (size + cluster.length > drawn.length) drawn = grown(drawn, size + cluster.length);
        drawn.set(cluster, size);
        size += cluster.length;
      }
      return drawn.subarray(0, size);
    },
    without: (from, to) => {
      const rest = new Int32Array(all.length - (start[to] - start[from]));
      rest.set(all.subarray(0, start[from]));
      rest.set(all.subarray(start[to]), start[from]);
      return rest;
    },
  });
}

function grown(array: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(size * 2);
  larger.set(array);
  return larger;
}
