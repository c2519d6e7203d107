import { targetWords } from '../analyses/popularityModel/leads.js';
import { dependenceTitle } from '../analyses/popularityModel/popularityTitles.js';
import type { FindingBook } from '../domain/findingBook.js';
import { prose } from '../domain/prose.js';
import { numberIn, tableRecords } from '../domain/table.js';
import type { Chart, Drawing } from './chart.js';
import { lineWithBand } from './marks/index.js';
import { datedSourceLine } from './parts/datedSourceLine.js';
import { tableIf } from './parts/tableIf.js';

/** How predictions move along the leading column, all else as it is. */
export const modelDependence: Chart = { id: 'model-dependence', section: 'models', build };

function build(book: FindingBook): Drawing | null {
  const table = tableIf(book, 'models.dependence');
  if (!table || table.rows.length < 2) return null;
  const points = tableRecords(table).map((row) => ({
    x: numberIn(row, 'x') ?? 0,
    y: numberIn(row, 'y') ?? 0,
    low: numberIn(row, 'low'),
    high: numberIn(row, 'high'),
  }));
  const title = table.columns.find(({ id }) => id === 'x')?.title ?? '';
  const { noun, unit } = targetWords(book);
  return {
    ...lineWithBand({
      series: [{ label: 'mean', points, highlight: true }],
      x: { title: sentenceCase(title) },
      y: { title: `Predicted ${noun} (${unit})` },
      subtitle:
        'Mean prediction with this column set and all else as it is; band: middle 80% of the songs',
      source: datedSourceLine(book, table),
    }),
    title: dependenceTitle(book),
    alt: prose`Line of the mean prediction along the values of the leading column, with a band that holds most songs.`,
  };
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
