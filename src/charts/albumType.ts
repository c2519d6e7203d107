import { capitalised, messageClause } from '../analyses/wording.js';
import type { FindingBook } from '../domain/findingBook.js';
import { prose } from '../domain/prose.js';
import { tableRecords, textIn } from '../domain/table.js';
import type { Chart, Drawing } from './chart.js';
import { barWithInterval } from './marks/barWithInterval.js';
import { barRowOf } from './parts/barRowOf.js';
import { datedSourceLine } from './parts/datedSourceLine.js';

/** Streams by type of release against the average song of the same artist. */
export const albumType: Chart = {
  id: 'album-type',
  section: 'content',
  build,
};

function build(book: FindingBook): Drawing | null {
  const finding = book.measured('content.single');
  if (!finding || !book.hasTable('content.album_types')) return null;
  const table = book.table('content.album_types');
  const picture = barWithInterval({
    rows: tableRecords(table).map((row) => ({
      ...barRowOf(row, { label: 'label', n: 'n', value: 'difference' }),
      label: textIn(row, 'label').replace(/^./u, (first) => first.toUpperCase()),
      highlight: row['label'] === 'single',
    })),
    x: { title: 'Streams against the same artist’s average song (difference)', suffix: '%' },
    mark: 'dot',
    reference: { value: 0, label: 'the artist’s average' },
    subtitle: 'Difference within artists with 95% interval',
    source: datedSourceLine(book, table),
  });
  return {
    ...picture,
    title: capitalised(messageClause(finding)),
    alt: prose`Streams by type of release against the average song of the same artist, with intervals: ${messageClause(finding)}.`,
  };
}
