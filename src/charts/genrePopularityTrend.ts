import type { FindingBook } from '../domain/findingBook.js';
import { listOf, name, prose, type Prose } from '../domain/prose.js';
import type { Chart, Drawing } from './chart.js';
import { datedSourceLine } from './parts/datedSourceLine.js';
import { genreLines } from './parts/genreLines.js';
import { lineWithBand, type LineSeries } from './marks/index.js';
import { formatNumber } from './text/formatNumber.js';

/** Mean popularity of each genre by year of release. */
export const genrePopularityTrend: Chart = {
  id: 'genre-popularity-trend',
  section: 'genres',
  build,
};

function build(book: FindingBook): Drawing | null {
  const lines = genreLines(book, 'popularity');
  if (!lines) return null;
  return {
    ...lineWithBand({
      series: lines.series,
      x: { title: 'Year of release', format: 'year' },
      y: { title: 'Mean popularity (points)' },
      markers: false,
      subtitle: `Mean popularity at the as-of date by year of release, ${formatNumber(lines.listings)} listings in years with enough songs; bands are 95% intervals that take artists as independent`,
      source: datedSourceLine(book, lines.table),
    }),
    title: titleOf(lines.series),
    alt: prose`Lines of mean popularity by year of release for ${listOf(lines.series.map(({ label }) => name(label)))}.`,
  };
}

/** A genre rises if the interval of its last year lies above that of the year in the middle. */
function titleOf(series: readonly LineSeries[]): Prose {
  const rising = series.filter(({ points }) => {
    const last = points.at(-1);
    const middle = points[Math.floor((points.length - 1) / 2)];
    return (
      typeof last?.low === 'number' && typeof middle?.high === 'number' && last.low > middle.high
    );
  });
  if (rising.length === series.length && series.length > 1) {
    return prose`In every genre the newest songs are more popular than those of the middle years`;
  }
  if (rising.length > 0 && rising.length <= 3) {
    return prose`The newest songs of ${listOf(rising.map(({ label }) => name(label)))} are more popular than those of the middle years`;
  }
  if (rising.length > 0) {
    return prose`In most genres the newest songs are more popular than those of the middle years`;
  }
  return prose`Popularity by year of release overlaps within every genre`;
}
