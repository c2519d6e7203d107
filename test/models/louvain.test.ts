import { describe, expect, it } from 'vitest';
import { louvain, modularity } from '../../src/models/louvain.js';
import { weightedGraph } from '../../src/models/weightedGraph.js';

const edge = (from: number, to: number, weight = 1) => ({ from, to, weight });

/** Zachary's karate club (1977), 34 members, as listed by networkx's `karate_club_graph` without weights. */
const KARATE = [
  [1, 2], [1, 3], [1, 4], [1, 5], [1, 6], [1, 7], [1, 8], [1, 9], [1, 11], [1, 12], [1, 13], [1, 14],
  [1, 18], [1, 20], [1, 22], [1, 32], [2, 3], [2, 4], [2, 8], [2, 14], [2, 18], [2, 20], [2, 22], [2, 31],
  [3, 4], [3, 8], [3, 9], [3, 10], [3, 14], [3, 28], [3, 29], [3, 33], [4, 8], [4, 13], [4, 14], [5, 7],
  [5, 11], [6, 7], [6, 11], [6, 17], [7, 17], [9, 31], [9, 33], [9, 34], [10, 34], [14, 34], [15, 33],
  [15, 34], [16, 33], [16, 34], [19, 33], [19, 34], [20, 34], [21, 33], [21, 34], [23, 33], [23, 34],
  [24, 26], [24, 28], [24, 30], [24, 33], [24, 34], [25, 26], [25, 28], [25, 32], [26, 32], [27, 30],
  [27, 34], [28, 34], [29, 32], [29, 34], [30, 33], [30, 34], [31, 33], [31, 34], [32, 33], [32, 34],
  [33, 34],
] as const; // prettier-ignore

describe('louvain', () => {
  it('separates two cliques joined by one edge', () => {
    const graph = weightedGraph(6, [
      edge(0, 1),
      edge(1, 2),
      edge(0, 2),
      edge(3, 4),
      edge(4, 5),
      edge(3, 5),
      edge(2, 3, 0.5),
    ]);
    expect([...louvain(graph)]).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it('reaches the known modularity of the karate club: optimum 0.4198 (Brandes et al. 2008)', () => {
    const graph = weightedGraph(
      34,
      KARATE.map(([from, to]) => edge(from - 1, to - 1)),
    );
    const score = modularity(graph, louvain(graph));
    expect(score).toBeGreaterThan(0.41);
    expect(score).toBeLessThanOrEqual(0.4198);
  });

  it('gives the modularity of a partition computed by hand', () => {
    const graph = weightedGraph(4, [edge(0, 1), edge(2, 3), edge(1, 2)]);
    // 2 of 3 edges inside; degrees 3 and 3 of 6: 2/3 − (1/4 + 1/4)
    expect(modularity(graph, Int32Array.of(0, 0, 1, 1))).toBeCloseTo(2 / 3 - 0.5, 12);
  });

  it('counts a loop inside its community', () => {
    const graph = weightedGraph(2, [edge(0, 0), edge(1, 1)]);
    expect(modularity(graph, Int32Array.of(0, 1))).toBeCloseTo(0.5, 12);
  });

  it('leaves nodes without edges alone and numbers the largest community first', () => {
    const graph = weightedGraph(5, [edge(2, 3), edge(3, 4), edge(2, 4)]);
    expect([...louvain(graph)]).toEqual([1, 2, 0, 0, 0]);
  });

  it('handles an empty graph', () => {
    expect(louvain(weightedGraph(0, []))).toHaveLength(0);
    expect(modularity(weightedGraph(2, []), Int32Array.of(0, 1))).toBe(0);
  });
});
