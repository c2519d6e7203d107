import { weightedGraph, type WeightedEdge, type WeightedGraph } from './weightedGraph.js';

/**
 * Each item's most similar items: an edge stands where either of two items has the other among its nearest.
 *
 * @param similarity symmetric matrix, row by row
 * @param neighbours how many nearest items each item keeps; similarities of zero are never kept
 */
export function neighbourEdges(
  similarity: Float64Array,
  size: number,
  neighbours: number,
): WeightedEdge[] {
  const kept = new Set<number>();
  for (let item = 0; item < size; item += 1) {
    for (const other of nearestItems(similarity, size, item, neighbours)) {
      kept.add(Math.min(item, other) * size + Math.max(item, other));
    }
  }
  return [...kept]
    .sort((a, b) => a - b)
    .map((key) => ({
      from: Math.floor(key / size),
      to: key % size,
      weight: similarity[key],
    }));
}

/** The nearest items of one item, most similar first; ties go to the lower index. */
export function nearestItems(
  similarity: Float64Array,
  size: number,
  item: number,
  neighbours: number,
): number[] {
  const row = similarity.subarray(item * size, (item + 1) * size);
  const nearest: number[] = [];
  for (let other = 0; other < size; other += 1) {
    const value = row[other];
    if (other === item || value <= 0) continue;
    if (nearest.length === neighbours && value <= row[nearest.at(-1)!]) continue;
    let place = nearest.length;
    while (place > 0 && row[nearest[place - 1]] < value) place -= 1;
    nearest.splice(place, 0, other);
    if (nearest.length > neighbours) nearest.pop();
  }
  return nearest;
}

/** The graph of nearest neighbours. */
export function neighbourGraph(
  similarity: Float64Array,
  size: number,
  neighbours: number,
): WeightedGraph {
  return weightedGraph(size, neighbourEdges(similarity, size, neighbours));
}
