import { agreementTitle } from '../analyses/artists/artistTitles.js';
import type { FindingBook } from '../domain/findingBook.js';
import { prose } from '../domain/prose.js';
import { numberIn, textIn, tableRecords } from '../domain/table.js';
import type { Chart, Drawing } from './chart.js';
import { datedSourceLine } from './parts/datedSourceLine.js';
import { rankAgreement } from './marks/index.js';
import { formatNumber } from './text/formatNumber.js';
import { tableIf } from './parts/tableIf.js';

/** Rank correlations between the rankings of artists. */
export const rankingAgreement: Chart = { id: 'ranking-agreement', section: 'artists', build };

function build(book: FindingBook): Drawing | null {
  const table = tableIf(book, 'artists.agreement');
  if (!table || table.rows.length === 0) return null;
  const rows = tableRecords(table);
  const labels = [...new Set(rows.flatMap((row) => [textIn(row, 'first'), textIn(row, 'second')]))];
  const correlation = (a: string, b: string): number | null => {
    if (a === b) return 1;
    const row = rows.find(
      (one) =>
        (textIn(one, 'first') === a && textIn(one, 'second') === b) ||
        (textIn(one, 'first') === b && textIn(one, 'second') === a),
    );
    return row ? numberIn(row, 'spearman') : null;
  };
  const counts = rows.flatMap((row) => numberIn(row, 'artists') ?? []);
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)].map((n) => formatNumber(n));
  return {
    ...rankAgreement({
      labels,
      correlations: labels.map((a) => labels.map((b) => correlation(a, b))),
      subtitle: `Spearman’s rank correlation over the artists in both rankings (n = ${fewest} to ${most}); intervals in the table`,
      source: datedSourceLine(book, table),
    }),
    title: agreementTitle(book),
    alt: prose`Lower triangle of rank correlations between rankings of artists.`,
  };
}
