import type { FindingBook } from '../domain/findingBook.js';
import { prose } from '../domain/prose.js';
import { tableRecords } from '../domain/table.js';
import { medianId, zerosId } from '../analyses/data/dataFindings.js';
import type { Chart, Drawing } from './chart.js';
import { datedSourceLine } from './parts/datedSourceLine.js';
import { densityRidges } from './marks/index.js';
import { formatNumber } from './text/formatNumber.js';

const TABLE = 'data.popularity';

/** How popularity is distributed in each source, zeros left out of the curves and named beside them. */
export const popularityDistributions: Chart = {
  id: 'popularity-distributions',
  section: 'data',
  build,
};

function build(book: FindingBook): Drawing | null {
  if (!book.hasTable(TABLE)) return null;
  const table = book.table(TABLE);
  const rows = tableRecords(table);
  const groups = table.sources.flatMap((source) => {
    const zeros = book.measured(zerosId(source));
    const own = rows.filter((row) => row['source'] === source);
    if (!zeros || own.length === 0) return [];
    return [
      {
        label: source,
        note: `n = ${formatNumber(zeros.n)}, ${zeros.estimate.toFixed(1)}% at zero`,
        xs: own.map((row) => (Number(row['from']) + Number(row['to'])) / 2),
        densities: own.map((row) => Number(row['share'])),
        median: book.measured(medianId(source))?.estimate ?? null,
      },
    ];
  });
  if (groups.length === 0) return null;
  return {
    ...densityRidges({
      groups,
      x: { title: 'Popularity (points)', range: [0, 100] },
      subtitle: 'Share of songs per five points above zero; the tick is the median of all songs',
      source: datedSourceLine(book, table),
    }),
    title:
      groups.length > 1
        ? prose`Popularity is spread differently in each source, so sources are never pooled`
        : prose`Popularity spreads over most of its scale, with a pile at zero`,
    alt: prose`Curves of the distribution of popularity, one per source, with the share of songs at zero named beside each.`,
  };
}
