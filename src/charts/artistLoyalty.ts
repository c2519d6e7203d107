import { capitalised, messageClause } from '../analyses/wording.js';
import type { FindingBook } from '../domain/findingBook.js';
import { prose } from '../domain/prose.js';
import { numberIn, tableRecords } from '../domain/table.js';
import type { Chart, Drawing } from './chart.js';
import { datedSourceLine } from './parts/datedSourceLine.js';
import { lineWithBand } from './marks/index.js';
import { formatNumber } from './text/formatNumber.js';
import { tableIf } from './parts/tableIf.js';

/** Plays per listener of artists by their number of listeners. */
export const artistLoyalty: Chart = { id: 'artist-loyalty', section: 'artists', build };

function build(book: FindingBook): Drawing | null {
  const table = tableIf(book, 'artists.loyalty');
  const finding = book.measured('artists.loyalty');
  if (!table || !finding) return null;
  return {
    ...lineWithBand({
      series: [
        {
          label: 'artists',
          points: tableRecords(table).map((row) => ({
            x: numberIn(row, 'listeners') ?? 0,
            y: numberIn(row, 'plays_per_listener') ?? 0,
            low: numberIn(row, 'low'),
            high: numberIn(row, 'high'),
          })),
        },
      ],
      x: { title: 'Listeners of the artist', scale: 'log' },
      y: { title: 'Typical plays per listener', scale: 'log' },
      subtitle: `Geometric means over tenths of the artists by listeners, with 95% intervals (n = ${formatNumber(finding.n)} artists), not adjusted`,
      source: datedSourceLine(book, table),
    }),
    title: capitalised(messageClause(finding)),
    alt: prose`Line of typical plays per listener against the number of listeners of artists, with an interval band.`,
  };
}
