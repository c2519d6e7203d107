import { tableColumn, type DataTable } from '../../domain/table.js';
import { nearestItems } from '../../models/neighbourGraph.js';
import type { Audience } from './audience.js';
import type { NamedClusters } from './similarArtists.js';

/** Artists drawn in the network, and how many of its nearest each is linked to. */
const NETWORK_ARTISTS = 70;
const NETWORK_LINKS = 3;

/** The most heard artists as nodes, and the links between those that are most alike. */
export function networkTables(audience: Audience, clusters: NamedClusters): readonly DataTable[] {
  const shown = Math.min(NETWORK_ARTISTS, audience.artists.length);
  return [nodesTable(audience, clusters, shown), edgesTable(audience, clusters, shown)];
}

const QUERIES = ['supported-listens', 'supported-tags'] as const;

function nodesTable(
  { artists, source }: Audience,
  clusters: NamedClusters,
  shown: number,
): DataTable {
  return {
    id: 'artists.network-nodes',
    title: 'Artists of the similarity network',
    grain: 'One row per artist',
    queries: QUERIES,
    sources: [source],
    columns: [
      tableColumn('id', 'Id', 'text'),
      tableColumn('artist', 'Artist', 'text'),
      tableColumn('listeners', 'Listeners', 'listeners'),
      tableColumn('group', 'Group', 'rank'),
    ],
    rows: artists
      .slice(0, shown)
      .map(({ id, name, listeners }, index) => [
        id,
        name,
        listeners,
        clusters.groupOf[index] ?? null,
      ]),
  };
}

function edgesTable(
  { artists, source }: Audience,
  clusters: NamedClusters,
  shown: number,
): DataTable {
  return {
    id: 'artists.network-edges',
    title: 'Links of the similarity network',
    grain: 'One row per pair of artists',
    queries: QUERIES,
    sources: [source],
    columns: [
      tableColumn('from', 'From', 'text'),
      tableColumn('to', 'To', 'text'),
      tableColumn('similarity', 'Similarity', 'index'),
    ],
    rows: linksOf(clusters.similarity, artists.length, shown).map(([a, b, similarity]) => [
      artists[a].id,
      artists[b].id,
      similarity,
    ]),
  };
}

/** Each pair of shown artists of which one is among the nearest of the other, once. */
function linksOf(
  similarity: Float64Array,
  size: number,
  shown: number,
): readonly (readonly [number, number, number])[] {
  const links = new Map<string, readonly [number, number, number]>();
  for (let artist = 0; artist < shown; artist += 1) {
    const near = nearestItems(similarity, size, artist, size).filter((other) => other < shown);
    for (const other of near.slice(0, NETWORK_LINKS)) {
      const [a, b] = [Math.min(artist, other), Math.max(artist, other)];
      links.set(`${a} ${b}`, [a, b, similarity[a * size + b]]);
    }
  }
  return [...links.values()].sort(([a, b], [c, d]) => a - c || b - d);
}
