/** An undirected weighted graph in compressed rows: every edge stands in both of its rows, a loop once. */
export interface WeightedGraph {
  readonly size: number;
  /** Row `i` is `targets[offsets[i]] … targets[offsets[i + 1] − 1]`. */
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  readonly weights: Float64Array;
}

export interface WeightedEdge {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/**
 * Builds a graph from edges given once each (in either direction).
 *
 * @example
 * weightedGraph(2, [{ from: 0, to: 1, weight: 0.5 }]);
 */
export function weightedGraph(size: number, edges: readonly WeightedEdge[]): WeightedGraph {
  const offsets = new Int32Array(size + 1);
  for (const { from, to } of edges) {
    offsets[from + 1] += 1;
    if (to !== from) offsets[to + 1] += 1;
  }
  for (let node = 0; node < size; node += 1) offsets[node + 1] += offsets[node];
  const next = offsets.slice(0, size);
  const targets = new Int32Array(offsets[size]);
  const weights = new Float64Array(offsets[size]);
  const put = (from: number, to: number, weight: number): void => {
    const at = next[from];
    targets[at] = to;
    weights[at] = weight;
    next[from] = at + 1;
  };
  for (const { from, to, weight } of edges) {
    put(from, to, weight);
    if (to !== from) put(to, from, weight);
  }
  return { size, offsets, targets, weights };
}
