import { similarTitle } from '../analyses/similar/similarTitle.js';
import type { FindingBook } from '../domain/findingBook.js';
import { prose } from '../domain/prose.js';
import { numberIn, tableRecords, textIn } from '../domain/table.js';
import type { Chart, Drawing } from './chart.js';
import { barWithInterval } from './marks/index.js';
import { datedSourceLine } from './parts/datedSourceLine.js';
import { tableIf } from './parts/tableIf.js';

/** How well each recommender finds the artists that were kept back. */
export const similarMethods: Chart = { id: 'similar-methods', section: 'similar', build };

function build(book: FindingBook): Drawing | null {
  const table = tableIf(book, 'similar.methods');
  if (!table || table.rows.length === 0) return null;
  const rows = tableRecords(table).map((row) => ({
    label: textIn(row, 'method'),
    value: numberIn(row, 'ndcg') ?? 0,
    low: numberIn(row, 'low'),
    high: numberIn(row, 'high'),
    highlight: textIn(row, 'method') === 'Hybrid',
  }));
  return {
    ...barWithInterval({
      rows,
      x: { title: 'Ranking score (NDCG of ten), % of the best possible', suffix: '%' },
      decimals: 1,
      subtitle:
        'Mean over listeners with 95% interval; 100% where everything that was kept back stands first',
      source: datedSourceLine(book, table),
    }),
    title: similarTitle(book),
    alt: prose`Bars of the ranking score of each recommender with intervals, best at the top.`,
  };
}
