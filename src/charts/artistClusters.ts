import { recoveryTitle } from '../analyses/artists/artistTitles.js';
import type { FindingBook } from '../domain/findingBook.js';
import { prose } from '../domain/prose.js';
import { numberIn, textIn, tableRecords } from '../domain/table.js';
import type { Chart, Drawing } from './chart.js';
import { datedSourceLine } from './parts/datedSourceLine.js';
import { barWithInterval } from './marks/index.js';
import { tableIf } from './parts/tableIf.js';

/** How much of each group of artists comes back when users are redrawn. */
export const artistClusters: Chart = { id: 'artist-clusters', section: 'artists', build };

function build(book: FindingBook): Drawing | null {
  const table = tableIf(book, 'artists.clusters');
  if (!table) return null;
  const rows = tableRecords(table).map((row) => ({
    label: textIn(row, 'name'),
    n: numberIn(row, 'artists'),
    value: numberIn(row, 'recovery') ?? 0,
  }));
  return {
    ...barWithInterval({
      rows,
      x: { title: 'Share of the group that comes back', suffix: '%', range: [0, 100] },
      decimals: 0,
      subtitle:
        'Groups by their leading tags; n counts artists. The bar is how much of a group comes back, on average, when users are redrawn.',
      source: datedSourceLine(book, table),
    }),
    title: recoveryTitle(book),
    alt: prose`Bars of how much of each group of artists comes back when users are redrawn.`,
  };
}
