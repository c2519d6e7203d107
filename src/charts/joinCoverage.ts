import type { FindingBook } from '../domain/findingBook.js';
import { prose } from '../domain/prose.js';
import { tableRecords } from '../domain/table.js';
import type { Chart, Drawing } from './chart.js';
import { datedSourceLine } from './parts/datedSourceLine.js';
import { heatmap } from './marks/index.js';
import { formatNumber } from './text/formatNumber.js';

const TABLE = 'data.artist-joins';
/** A matrix of fewer sources says nothing. */
const MIN_SOURCES = 2;

/** Share of each source's artists that another source knows too. */
export const joinCoverage: Chart = { id: 'join-coverage', section: 'data', build };

function build(book: FindingBook): Drawing | null {
  if (!book.hasTable(TABLE)) return null;
  const table = book.table(TABLE);
  const rows = tableRecords(table);
  const sources = [...new Set(rows.map((row) => String(row['source'])))];
  if (sources.length < MIN_SOURCES) return null;
  const share = (source: string, other: string): number | null => {
    if (source === other) return null;
    const cell = rows.find((row) => row['source'] === source && row['other'] === other)?.['share'];
    return typeof cell === 'number' ? cell : null;
  };
  const size = (source: string): number =>
    Number(
      rows.find((row) => row['source'] === source && row['other'] === source)?.['shared'] ?? 0,
    );
  const values = sources.map((source) => sources.map((other) => share(source, other)));
  const shares = values.flat().filter((value) => value !== null);
  return {
    ...heatmap({
      rows: sources.map((source) => `${source} (n = ${formatNumber(size(source))})`),
      columns: sources,
      values,
      domain: [0, 100],
      cellText: (value) => `${value < 10 ? value.toFixed(1) : Math.round(value)}%`,
      columnTitle: 'also known to',
      subtitle:
        'Share of the artists of the source at the left that the source above knows too; n counts its artists',
      source: datedSourceLine(book, table),
    }),
    title: shares.every((value) => value < 50)
      ? prose`Every source shares only a minority of its artists with any other`
      : prose`Sources share their artists only in part`,
    alt: prose`Matrix of sources: the share of the artists of each that another source knows too.`,
  };
}
