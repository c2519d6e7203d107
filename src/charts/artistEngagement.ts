import type { FindingBook } from '../domain/findingBook.js';
import { name, prose } from '../domain/prose.js';
import { tableRecords } from '../domain/table.js';
import type { Chart, Drawing } from './chart.js';
import { barRowOf } from './parts/barRowOf.js';
import { datedSourceLine } from './parts/datedSourceLine.js';
import { barWithInterval } from './marks/index.js';
import { tableIf } from './parts/tableIf.js';

/** The artists whose listeners play them most, by the median listener. */
export const artistEngagement: Chart = { id: 'artist-engagement', section: 'artists', build };

function build(book: FindingBook): Drawing | null {
  const table = tableIf(book, 'artists.engagement');
  if (!table || table.rows.length === 0) return null;
  const typical = book.measured('artists.engagement');
  const rows = tableRecords(table).map((row) =>
    barRowOf(row, { label: 'artist', n: 'listeners', value: 'median' }),
  );
  const [first, second] = rows;
  const leads = first && second && (first.low ?? 0) > (second.high ?? Infinity);
  return {
    ...barWithInterval({
      rows,
      mark: 'dot',
      x: { title: 'Median plays per listener', fromZero: true },
      decimals: 0,
      ...(typical ? { reference: { value: typical.estimate, label: 'typical artist' } } : {}),
      subtitle: 'The artists with the highest median, with 95% intervals; n counts listeners',
      source: datedSourceLine(book, table),
    }),
    title: leads
      ? prose`${name(first.label)} has the most devoted listeners`
      : prose`The most devoted audiences cannot be told apart: their likely ranges overlap`,
    alt: prose`Dots of the median plays per listener with intervals, highest at the top.`,
  };
}
