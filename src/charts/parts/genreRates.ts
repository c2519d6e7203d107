import type { EngagementKind } from '../../analyses/genres/engagementKinds.js';
import { engagementTitle } from '../../analyses/genres/genreTitles.js';
import type { FindingBook } from '../../domain/findingBook.js';
import { name, prose } from '../../domain/prose.js';
import { tableRecords } from '../../domain/table.js';
import type { Drawing } from '../chart.js';
import { barRowOf } from './barRowOf.js';
import { datedSourceLine } from './datedSourceLine.js';
import { barWithInterval } from '../marks/index.js';
import { endsOf } from './endsOf.js';
import { tableIf } from './tableIf.js';

const MOST_ROWS = 12;

/** Bars of a rate (likes per view, plays per listener) by genre; null where it was not measured. */
export function genreRates(
  book: FindingBook,
  kind: EngagementKind,
  texts: { readonly axis: string; readonly subtitle: string },
): Drawing | null {
  const table = tableIf(book, kind.table.id);
  if (!table || table.rows.length === 0) return null;
  const rows = endsOf(tableRecords(table), MOST_ROWS).map((row) =>
    barRowOf(row, { label: 'genre', n: 'cases', value: 'rate' }),
  );
  return {
    ...barWithInterval({
      rows,
      x: { title: texts.axis, fromZero: true },
      subtitle: texts.subtitle,
      source: datedSourceLine(book, table),
    }),
    title: engagementTitle(book, kind),
    alt: prose`Bars of ${kind.label} by genre with intervals, from ${name(rows[0]?.label ?? '')} at the top to ${name(rows.at(-1)?.label ?? '')} at the bottom.`,
  };
}
