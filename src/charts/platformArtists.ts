import type { FindingBook } from '../domain/findingBook.js';
import { listOf, name, prose } from '../domain/prose.js';
import { tableRecords } from '../domain/table.js';
import type { Chart, Drawing } from './chart.js';
import { forestPlot } from './marks/forestPlot.js';
import { endsOf } from './parts/endsOf.js';
import { datedSourceLine } from './parts/datedSourceLine.js';

/** Rows drawn from each end of the ranking; the table below the picture has all. */
const EACH_END = 6;

/** Artists whose views are furthest from what their streams let one expect, as multiples on a logarithmic scale. */
export const platformArtists: Chart = {
  id: 'platform-artists',
  section: 'platforms',
  build,
};

function build(book: FindingBook): Drawing | null {
  if (!book.hasTable('platforms.artists')) return null;
  const table = book.table('platforms.artists');
  const all = tableRecords(table);
  const rows = endsOf(all, 2 * EACH_END);
  if (rows.length === 0) return null;
  const picture = forestPlot({
    rows: rows.map((row) => ({
      label: String(row['artist']),
      n: Number(row['songs']),
      estimate: Number(row['times']),
      low: Number(row['low']),
      high: Number(row['high']),
    })),
    x: { title: 'Views, times those expected', scale: 'log', format: 'times' },
    zero: 1,
    subtitle:
      'Typical multiple over the artist’s songs (n) with 95% interval; artists that pass the false-discovery limit',
    source: datedSourceLine(book, table),
  });
  const [first] = rows;
  const last = rows.at(-1);
  const ends = [first, last].map((row) => name(String(row?.['artist'])));
  return {
    ...picture,
    title: prose`Some artists have their audience on one platform much more than on the other`,
    alt: prose`Artists by how far their YouTube views lie from what their Spotify streams let one expect. At the two ends are ${listOf(ends)}.`,
  };
}
