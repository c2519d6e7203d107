import { movingGenres } from '../analyses/genres/genreTitles.js';
import type { FindingBook } from '../domain/findingBook.js';
import { listOf, name, prose, type Prose } from '../domain/prose.js';
import type { Chart, Drawing } from './chart.js';
import { datedSourceLine } from './parts/datedSourceLine.js';
import { genreLines } from './parts/genreLines.js';
import { lineWithBand, type LineSeries } from './marks/index.js';
import { formatNumber } from './text/formatNumber.js';

/** Share of each genre among the listed songs of a year of release. */
export const genreTrends: Chart = { id: 'genre-trends', section: 'genres', build };

function build(book: FindingBook): Drawing | null {
  const lines = genreLines(book, 'share', new Set(movingGenres(book)));
  if (!lines) return null;
  return {
    ...lineWithBand({
      series: lines.series,
      x: { title: 'Year of release', format: 'year' },
      y: { title: 'Share of listings', suffix: '%', fromZero: true },
      markers: false,
      subtitle: `Share of the ${formatNumber(lines.listings)} listings by year of release, in colour where a share clearly grows or shrinks; bands are 95% intervals over artists`,
      source: datedSourceLine(book, lines.table),
    }),
    title: titleOf(lines.series),
    alt: prose`Lines of the share of listings by year of release for ${listOf(lines.series.map(({ label }) => name(label)))}.`,
  };
}

/** Which genre had the largest share in the first and in the last year shown. */
function titleOf(series: readonly LineSeries[]): Prose {
  const years = series.flatMap(({ points }) => points.map(({ x }) => x));
  const leader = (year: number): string => {
    const shares = series.map(({ label, points }) => ({
      label,
      share: points.find(({ x }) => x === year)?.y ?? 0,
    }));
    return shares.reduce((best, one) => (one.share > best.share ? one : best)).label;
  };
  const [oldest, newest] = [leader(Math.min(...years)), leader(Math.max(...years))];
  return oldest === newest
    ? prose`${name(newest)} holds the largest share among both the oldest and the newest songs shown`
    : prose`${name(oldest)} holds the largest share among the oldest songs shown, ${name(newest)} among the newest`;
}
