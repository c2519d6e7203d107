import { growthTitle } from '../analyses/genres/genreTitles.js';
import type { FindingBook } from '../domain/findingBook.js';
import { listOf, name, prose } from '../domain/prose.js';
import type { Chart, Drawing } from './chart.js';
import { genreLines } from './genreLines.js';
import { lineWithBand } from './marks/index.js';
import { sourceLine } from './sourceLine.js';

/** Share of each genre among the listed songs of a year of release. */
export const genreTrends: Chart = { id: 'genre-trends', section: 'genres', build };

function build(book: FindingBook): Drawing | null {
  const lines = genreLines(book, 'share');
  if (!lines) return null;
  return {
    ...lineWithBand({
      series: lines.series,
      x: { title: 'Year of release', format: 'year' },
      y: { title: 'Share of listings', suffix: '%', fromZero: true },
      markers: false,
      subtitle:
        'Share of the songs listed from each year of release; bands are 95% intervals that take artists as independent',
      source: sourceLine(lines.table),
    }),
    title: growthTitle(book),
    alt: prose`Lines of the share of listings by year of release for ${listOf(lines.series.map(({ label }) => name(label)))}.`,
  };
}
