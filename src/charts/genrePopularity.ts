import { popularityTableId } from '../analyses/genres/genreTables.js';
import { popularityTitle } from '../analyses/genres/genreTitles.js';
import { popularitySources } from '../analyses/genres/popularitySources.js';
import type { FindingBook } from '../domain/findingBook.js';
import { name, prose } from '../domain/prose.js';
import { tableRecords } from '../domain/table.js';
import type { Chart, Drawing } from './chart.js';
import { barRowOf } from './parts/barRowOf.js';
import { datedSourceLine } from './parts/datedSourceLine.js';
import { barWithInterval } from './marks/index.js';
import { endsOf } from './parts/endsOf.js';

const MOST_ROWS = 14;

/** Mean popularity of each genre in the source with most songs by genre. */
export const genrePopularity: Chart = { id: 'genre-popularity', section: 'genres', build };

function build(book: FindingBook): Drawing | null {
  const [source] = popularitySources(book);
  if (source === undefined) return null;
  const table = book.table(popularityTableId(source));
  const all = tableRecords(table);
  const rows = endsOf(all, MOST_ROWS).map((row) =>
    barRowOf(row, { label: 'genre', n: 'songs', value: 'popularity' }),
  );
  const cut = rows.length < all.length ? ', the highest and the lowest genres' : '';
  return {
    ...barWithInterval({
      rows,
      x: { title: 'Mean popularity (points)', fromZero: true },
      decimals: 1,
      subtitle: `Mean popularity of the songs listed under each genre${cut}; 95% intervals take artists as independent`,
      source: datedSourceLine(book, table),
    }),
    title: popularityTitle(book, source),
    alt: prose`Bars of mean popularity by genre with intervals, from ${name(rows[0]?.label ?? '')} at the top to ${name(rows.at(-1)?.label ?? '')} at the bottom.`,
  };
}
