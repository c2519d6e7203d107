import { importanceTitle } from '../analyses/popularityModel/popularityTitles.js';
import type { FindingBook } from '../domain/findingBook.js';
import { prose } from '../domain/prose.js';
import { numberIn, tableRecords, textIn } from '../domain/table.js';
import type { Chart, Drawing } from './chart.js';
import { barWithInterval } from './marks/index.js';
import { datedSourceLine } from './parts/datedSourceLine.js';
import { tableIf } from './parts/tableIf.js';

/** Which columns the predictions rest on. */
export const modelImportance: Chart = { id: 'model-importance', section: 'models', build };

const SHOWN = 12;

function build(book: FindingBook): Drawing | null {
  const table = tableIf(book, 'models.importance');
  if (!table || table.rows.length === 0) return null;
  const rows = tableRecords(table)
    .slice(0, SHOWN)
    .map((row, index) => ({
      label: textIn(row, 'feature'),
      value: numberIn(row, 'drop') ?? 0,
      low: numberIn(row, 'low'),
      high: numberIn(row, 'high'),
      highlight: index === 0,
    }));
  return {
    ...barWithInterval({
      rows,
      x: { title: 'Fall of R² when the column is shuffled (percentage points)' },
      decimals: 1,
      subtitle: 'On songs that the model has not seen, with 95% interval over songs',
      source: datedSourceLine(book, table),
    }),
    title: importanceTitle(book),
    alt: prose`Bars of how far R² falls without each column, with intervals, the most important at the top.`,
  };
}
