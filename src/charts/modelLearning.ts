import { learningTitle } from '../analyses/popularityModel/popularityTitles.js';
import type { FindingBook } from '../domain/findingBook.js';
import { prose } from '../domain/prose.js';
import { numberIn, tableRecords } from '../domain/table.js';
import type { Chart, Drawing } from './chart.js';
import { lineWithBand } from './marks/index.js';
import { datedSourceLine } from './parts/datedSourceLine.js';
import { tableIf } from './parts/tableIf.js';

/** How R² grows with the songs to learn from. */
export const modelLearning: Chart = { id: 'model-learning', section: 'models', build };

function build(book: FindingBook): Drawing | null {
  const table = tableIf(book, 'models.learning');
  if (!table || table.rows.length < 2) return null;
  const points = tableRecords(table).map((row) => ({
    x: numberIn(row, 'rows') ?? 0,
    y: numberIn(row, 'r2') ?? 0,
    low: numberIn(row, 'low'),
    high: numberIn(row, 'high'),
  }));
  return {
    ...lineWithBand({
      series: [{ label: 'R²', points, highlight: true }],
      x: { title: 'Songs to learn from' },
      y: { title: 'R² on the same unseen songs', suffix: '%' },
      subtitle: 'The same model with part of the songs to learn from, with 95% interval',
      source: datedSourceLine(book, table),
    }),
    title: learningTitle(book),
    alt: prose`Line of R² over the number of songs that the model learned from.`,
  };
}
