import type { FindingBook } from '../domain/findingBook.js';
import { listOf, name, prose } from '../domain/prose.js';
import { tableRecords } from '../domain/table.js';
import type { Chart, Drawing } from './chart.js';
import { forestPlot } from './marks/forestPlot.js';
import { sourceLine } from './parts/sourceLine.js';

/** Artists whose views are furthest from what their streams let one expect, as powers of ten. */
export const platformArtists: Chart = {
  id: 'platform-artists',
  section: 'platforms',
  build,
};

function build(book: FindingBook): Drawing | null {
  if (!book.hasTable('platforms.artists')) return null;
  const table = book.table('platforms.artists');
  const rows = tableRecords(table);
  if (rows.length === 0) return null;
  const times = (cell: unknown): number => Math.log10(Number(cell) / 100);
  const picture = forestPlot({
    rows: rows.map((row) => ({
      label: String(row['artist']),
      n: Number(row['songs']),
      estimate: times(row['share']),
      low: times(row['low']),
      high: times(row['high']),
    })),
    x: { title: 'Views against expected views (powers of ten: 1 is ten times, −1 a tenth)' },
    zero: 0,
    subtitle:
      'Mean over the artist’s songs with 95% interval; artists that pass the false-discovery limit',
    source: sourceLine({ ...table, asOf: book.measured('platforms.streams_views')?.asOf ?? null }),
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
