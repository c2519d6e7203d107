import { targetWords } from '../analyses/popularityModel/leads.js';
import { calibrationTitle } from '../analyses/popularityModel/popularityTitles.js';
import type { FindingBook } from '../domain/findingBook.js';
import { prose } from '../domain/prose.js';
import { numberIn, tableRecords } from '../domain/table.js';
import type { Chart, Drawing } from './chart.js';
import { lineWithBand } from './marks/index.js';
import { datedSourceLine } from './parts/datedSourceLine.js';
import { tableIf } from './parts/tableIf.js';

/** What was observed where so much was predicted. */
export const modelCalibration: Chart = { id: 'model-calibration', section: 'models', build };

function build(book: FindingBook): Drawing | null {
  const table = tableIf(book, 'models.calibration');
  if (!table || table.rows.length < 2) return null;
  const points = tableRecords(table)
    .map((row) => ({
      x: numberIn(row, 'predicted') ?? 0,
      y: numberIn(row, 'observed') ?? 0,
      low: numberIn(row, 'low'),
      high: numberIn(row, 'high'),
    }))
    .sort((a, b) => a.x - b.x);
  const { noun, unit } = targetWords(book);
  return {
    ...lineWithBand({
      series: [
        { label: 'as predicted', points: points.map(({ x }) => ({ x, y: x })) },
        { label: 'observed', points, highlight: true },
      ],
      x: { title: `Mean prediction of ${noun} (${unit})` },
      y: { title: `Mean ${noun} observed (${unit})` },
      subtitle: 'Songs in ten parts by prediction, out-of-fold, with 95% interval',
      source: datedSourceLine(book, table),
    }),
    title: calibrationTitle(book),
    alt: prose`Line of observed against predicted values over ten parts of the songs, beside the line on which both are equal.`,
  };
}
