import { growthTitle } from '../analyses/genres/genreTitles.js';
import type { FindingBook } from '../domain/findingBook.js';
import { prose } from '../domain/prose.js';
import { numberIn, textIn, tableRecords } from '../domain/table.js';
import { growthId, sinceId, turnYearId } from '../analyses/genres/genreIds.js';
import type { Chart, Drawing } from './chart.js';
import { datedSourceLine } from './parts/datedSourceLine.js';
import { forestPlot } from './marks/index.js';
import { endsOf } from './parts/endsOf.js';
import { tableIf } from './parts/tableIf.js';

const MOST_ROWS = 12;

/** Change of each genre's share per year of release. */
export const genreGrowth: Chart = { id: 'genre-growth', section: 'genres', build };

function build(book: FindingBook): Drawing | null {
  const table = tableIf(book, 'genres.growth');
  if (!table || table.rows.length === 0) return null;
  const rows = endsOf(tableRecords(table), MOST_ROWS).map((row) => ({
    label: labelOf(book, textIn(row, 'genre')),
    n: numberIn(row, 'listings'),
    estimate: numberIn(row, 'slope') ?? 0,
    low: numberIn(row, 'low'),
    high: numberIn(row, 'high'),
  }));
  const [first] = tableRecords(table);
  const finding = first ? book.measured(growthId(textIn(first, 'genre'))) : null;
  return {
    ...forestPlot({
      rows,
      x: { title: 'Change in the share of listings (percentage points per year)' },
      smallestEffect: finding?.smallestEffect ?? null,
      subtitle:
        'Slope of the shares over the last ten whole years of release, among songs still listed; the ranges hold for all genres together',
      source: datedSourceLine(book, table),
    }),
    title: growthTitle(book),
    alt: prose`Forest plot of the change in each genre’s share of listings per year of release, fastest growing at the top.`,
  };
}

/** The genre, with the year in which its share turned, which a slope does not show. */
function labelOf(book: FindingBook, genre: string): string {
  const year = book.measured(turnYearId(genre))?.estimate ?? null;
  if (year === null) return genre;
  const isPeak = (book.measured(sinceId(genre))?.estimate ?? 0) < 0;
  return `${genre} (${isPeak ? 'peak' : 'low'} in ${year})`;
}
