/** All values of several samples ranked together. */
export interface TieSums {
  /** Σ (t³ − t) over the runs of equal values. */
  readonly cubes: number;
  /** Sum of average ranks of each sample. */
  readonly rankSums: readonly number[];
}

/** Ranks several samples together in O(n log n). Missing values must be gone. */
export function tieSums(samples: readonly Float64Array[]): TieSums {
  const sorted = samples.map((sample) => sample.slice().sort());
  const all = concatenate(samples).sort();
  const rankSums = samples.map(() => 0);
  const next = samples.map(() => 0);
  let cubes = 0;
  for (let from = 0; from < all.length;) {
    const value = all[from];
    let to = from + 1;
    while (to < all.length && all[to] === value) to += 1;
    const run = to - from;
    cubes += run ** 3 - run;
    sorted.forEach((sample, s) => {
      while (next[s] < sample.length && sample[next[s]] === value) {
        rankSums[s] += (from + 1 + to) / 2;
        next[s] += 1;
      }
    });
    from = to;
  }
  return { cubes, rankSums };
}

function concatenate(samples: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(samples.reduce((sum, sample) => sum + sample.length, 0));
  let at = 0;
  for (const sample of samples) {
    all.set(sample, at);
    at += sample.length;
  }
  return all;
}
