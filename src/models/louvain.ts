import { weightedGraph, type WeightedEdge, type WeightedGraph } from './weightedGraph.js';

/** A move must raise modularity by more than this, so that rounding cannot keep nodes wandering. */
const SMALLEST_GAIN = 1e-12;

/**
 * Communities of a graph by the Louvain method (Blondel et al. 2008): nodes move to the neighbouring community that
 * raises modularity most, then communities become nodes, until nothing improves.
 * Nodes are visited in the order of their index and ties go to the lower community, so the result is the same each time.
 *
 * @param resolution above 1 gives more and smaller communities
 * @returns a community per node, numbered from 0 by size, largest first
 * @example
 * louvain(weightedGraph(4, [{ from: 0, to: 1, weight: 1 }, { from: 2, to: 3, weight: 1 }])); // gives 0, 0, 1, 1
 */
export function louvain(graph: WeightedGraph, resolution = 1): Int32Array {
  const membership = Int32Array.from({ length: graph.size }, (_, node) => node);
  let level = graph;
  for (;;) {
    const communities = moveNodes(level, resolution);
    const count = renumber(communities);
    if (count === level.size) return orderBySize(membership);
    for (let node = 0; node < membership.length; node += 1) {
      membership[node] = communities[membership[node]]!;
    }
    level = aggregate(level, communities, count);
  }
}

/** Modularity of a partition (Newman 2006): 0 for one community, near 1 for clear ones. */
export function modularity(graph: WeightedGraph, communities: Int32Array, resolution = 1): number {
  const degrees = degreesOf(graph);
  const total = degrees.reduce((sum, degree) => sum + degree, 0);
  if (total === 0) return 0;
  const totals = new Map<number, number>();
  let inside = 0;
  for (let node = 0; node < graph.size; node += 1) {
    const own = communities[node];
    totals.set(own, (totals.get(own) ?? 0) + degrees[node]);
    for (let edge = graph.offsets[node]; edge < graph.offsets[node + 1]; edge += 1) {
      const target = graph.targets[edge];
      if (communities[target] === own) inside += graph.weights[edge] * (target === node ? 2 : 1);
    }
  }
  let expected = 0;
  for (const sum of totals.values()) expected += (sum / total) ** 2;
  return inside / total - resolution * expected;
}

/** A loop counts twice, as both of its ends are on the node. */
function degreesOf(graph: WeightedGraph): Float64Array {
  const degrees = new Float64Array(graph.size);
  for (let node = 0; node < graph.size; node += 1) {
    for (let edge = graph.offsets[node]; edge < graph.offsets[node + 1]; edge += 1) {
      degrees[node] += graph.weights[edge] * (graph.targets[edge] === node ? 2 : 1);
    }
  }
  return degrees;
}

function moveNodes(graph: WeightedGraph, resolution: number): Int32Array {
  const degrees = degreesOf(graph);
  const total = degrees.reduce((sum, degree) => sum + degree, 0);
  const communities = Int32Array.from({ length: graph.size }, (_, node) => node);
  const totals = degrees.slice();
  const links = new Float64Array(graph.size);
  let moved = total > 0;
  while (moved) {
    moved = false;
    for (let node = 0; node < graph.size; node += 1) {
      const own = communities[node];
      const neighbours = linkCommunities(graph, node, communities, links);
      totals[own] -= degrees[node];
      const gain = (community: number): number =>
        links[community] - (resolution * totals[community] * degrees[node]) / total;
      let best = own;
      for (const community of neighbours) {
        const lead = gain(community) - gain(best);
        if (lead > SMALLEST_GAIN) best = community;
      }
      totals[best] += degrees[node];
      for (const community of neighbours) links[community] = 0;
      links[own] = 0;
      if (best !== own) {
        communities[node] = best;
        moved = true;
      }
    }
  }
  return communities;
}

/** Adds up the node's links to each community; gives the communities met, lowest first. */
function linkCommunities(
  graph: WeightedGraph,
  node: number,
  communities: Int32Array,
  links: Float64Array,
): number[] {
  const met: number[] = [];
  for (let edge = graph.offsets[node]; edge < graph.offsets[node + 1]; edge += 1) {
    const target = graph.targets[edge];
    if (target === node) continue;
    const community = communities[target];
    if (links[community] === 0) met.push(community);
    links[community] += graph.weights[edge];
  }
  return met.sort((a, b) => a - b);
}

/** Renumbers communities 0, 1, 2, … in the order of their first node; gives their number. */
function renumber(communities: Int32Array): number {
  const numbers = new Map<number, number>();
  communities.forEach((community, node) => {
    const known = numbers.get(community) ?? numbers.size;
    numbers.set(community, known);
    communities[node] = known;
  });
  return numbers.size;
}

function aggregate(graph: WeightedGraph, communities: Int32Array, count: number): WeightedGraph {
  const weights = new Map<number, number>();
  for (let node = 0; node < graph.size; node += 1) {
    for (let edge = graph.offsets[node]; edge < graph.offsets[node + 1]; edge += 1) {
      const target = graph.targets[edge];
      if (target < node) continue; // each edge once
      const a = communities[node];
      const b = communities[target];
      const key = Math.min(a, b) * count + Math.max(a, b);
      weights.set(key, (weights.get(key) ?? 0) + graph.weights[edge]);
    }
  }
  const edges: WeightedEdge[] = [...weights].map(([key, weight]) => ({
    from: Math.floor(key / count),
    to: key % count,
    weight,
  }));
  return weightedGraph(count, edges);
}

/** Largest community first; equal sizes in the order of their first node. */
function orderBySize(membership: Int32Array): Int32Array {
  const count = renumber(membership);
  const sizes = new Int32Array(count);
  for (const community of membership) sizes[community] += 1;
  const order = Array.from(sizes.keys()).sort((a, b) => sizes[b] - sizes[a] || a - b);
  const place = new Int32Array(count);
  order.forEach((community, index) => (place[community] = index));
  return membership.map((community) => place[community]);
}
