import { clustersTitle } from '../analyses/artists/artistTitles.js';
import { namesIn } from '../analyses/tableNames.js';
import type { FindingBook } from '../domain/findingBook.js';
import { prose } from '../domain/prose.js';
import { numberIn, textIn, tableRecords } from '../domain/table.js';
import type { Chart, Drawing } from './chart.js';
import { datedSourceLine } from './parts/datedSourceLine.js';
import { network } from './marks/index.js';
import { tableIf } from './parts/tableIf.js';

/** The best-known artists, linked to those most similar to them. */
export const artistNetwork: Chart = { id: 'artist-network', section: 'artists', build };

function build(book: FindingBook): Drawing | null {
  const nodes = tableIf(book, 'artists.network-nodes');
  const edges = tableIf(book, 'artists.network-edges');
  if (!nodes || !edges) return null;
  const groups = groupNumbers(book);
  const shown = tableRecords(nodes).map((row) => ({
    id: textIn(row, 'id'),
    label: textIn(row, 'artist'),
    size: numberIn(row, 'listeners') ?? 0,
    group: groups.get(numberIn(row, 'group') ?? -1) ?? null,
  }));
  return {
    ...network({
      nodes: shown,
      edges: tableRecords(edges).map((row) => ({
        from: textIn(row, 'from'),
        to: textIn(row, 'to'),
        weight: numberIn(row, 'similarity') ?? 0,
      })),
      groups: groupNames(book, groups),
      height: 560,
      subtitle: `The ${shown.length} artists with most listeners, each linked to its three most similar; size: listeners, colour: group`,
      source: datedSourceLine(book, nodes),
    }),
    title: clustersTitle(book),
    alt: prose`Network of the best-known artists; links join artists with similar listeners and tags, and colours show their groups.`,
  };
}

/** Groups that the picture shows, renumbered from 0 in the order of the table. */
function groupNumbers(book: FindingBook): ReadonlyMap<number, number> {
  const present = new Set(
    tableRecords(book.table('artists.network-nodes')).flatMap(
      (row) => numberIn(row, 'group') ?? [],
    ),
  );
  return new Map([...present].sort((a, b) => a - b).map((group, index) => [group, index]));
}

function groupNames(book: FindingBook, numbers: ReadonlyMap<number, number>): readonly string[] {
  const names = namesIn(book, 'artists.clusters', 'name');
  return [...numbers.keys()].map((group) => names[group] ?? '');
}
