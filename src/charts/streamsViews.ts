import { capitalised, messageClause } from '../analyses/wording.js';
import type { FindingBook } from '../domain/findingBook.js';
import { prose } from '../domain/prose.js';
import { tableRecords } from '../domain/table.js';
import type { Chart, Drawing } from './chart.js';
import { scatterFit } from './marks/scatterFit.js';
import { formatNumber } from './text/formatNumber.js';
import { datedSourceLine } from './parts/datedSourceLine.js';

/** Songs by streams and views, with the robust line. */
export const streamsViews: Chart = {
  id: 'streams-views',
  section: 'platforms',
  build,
};

function build(book: FindingBook): Drawing | null {
  const finding = book.measured('platforms.streams_views');
  if (!finding || !book.hasTable('platforms.density') || !book.hasTable('platforms.line'))
    return null;
  const table = book.table('platforms.density');
  const picture = scatterFit({
    cells: tableRecords(table).map((row) => ({
      x0: Number(row['streams_from']),
      x1: Number(row['streams_to']),
      y0: Number(row['views_from']),
      y1: Number(row['views_to']),
      count: Number(row['songs']),
    })),
    fit: tableRecords(book.table('platforms.line')).map((row) => ({
      x: Number(row['streams']),
      y: Number(row['views']),
    })),
    x: { title: 'Spotify streams', scale: 'log', format: 'compact' },
    y: { title: 'YouTube views', scale: 'log', format: 'compact' },
    subtitle: `${formatNumber(finding.n)} songs, darker where there are more; line: expected views (Theil–Sen)`,
    source: datedSourceLine(book, table),
  });
  return {
    ...picture,
    title: capitalised(messageClause(finding)),
    alt: prose`Songs by Spotify streams and YouTube views on logarithmic scales, with a robust line: ${messageClause(finding)}.`,
  };
}
