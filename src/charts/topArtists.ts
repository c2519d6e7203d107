import { leadersTitle } from '../analyses/artists/artistTitles.js';
import { topTableId } from '../analyses/artists/artistTables.js';
import { METRIC_WORDS } from '../analyses/artists/rankings.js';
import type { FindingBook } from '../domain/findingBook.js';
import { listOf, name, prose } from '../domain/prose.js';
import { tableRecords } from '../domain/table.js';
import type { Chart, Drawing } from './chart.js';
import { barRowOf } from './parts/barRowOf.js';
import { datedSourceLine } from './parts/datedSourceLine.js';
import { barWithInterval } from './marks/index.js';
import { tableIf } from './parts/tableIf.js';

/** The first ranking that the data give is drawn: streams are what a business reader asks for first. */
const ORDER = ['streams', 'plays', 'popularity', 'listeners', 'views'] as const;

/** The ten artists that lead one ranking, as bars. */
export const topArtists: Chart = { id: 'top-artists', section: 'artists', build };

function build(book: FindingBook): Drawing | null {
  const metric = ORDER.find((one) => tableIf(book, topTableId(one)) !== null);
  if (!metric) return null;
  const table = book.table(topTableId(metric));
  const words = METRIC_WORDS[metric];
  const rows = tableRecords(table).map((row) =>
    barRowOf(row, { label: 'artist', n: 'items', value: 'value' }),
  );
  return {
    ...barWithInterval({
      rows,
      x: { title: words.title, fromZero: true, format: 'compact' },
      subtitle: `The ten artists with most ${words.noun}; n counts ${words.itemUnit}`,
      source: datedSourceLine(book, table),
    }),
    title: leadersTitle(book, metric),
    alt: prose`Bars of ${words.noun} for ${listOf(rows.slice(0, 3).map(({ label }) => name(label)))} and others.`,
  };
}
