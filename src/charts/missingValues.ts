import type { FindingBook } from '../domain/findingBook.js';
import { listOf, name, prose } from '../domain/prose.js';
import { tableRecords } from '../domain/table.js';
import type { Chart, Drawing } from './chart.js';
import { datedSourceLine } from './parts/datedSourceLine.js';
import { missingMatrix } from './marks/index.js';

const TABLE = 'data.missing';

/** Share of songs without a value, by field and source. */
export const missingValues: Chart = { id: 'missing-values', section: 'data', build };

function build(book: FindingBook): Drawing | null {
  if (!book.hasTable(TABLE)) return null;
  const table = book.table(TABLE);
  const rows = tableRecords(table);
  const sources = [...new Set(rows.map((row) => String(row['source'])))];
  const fields = [...new Set(rows.map((row) => String(row['field'])))];
  const share = (field: string, source: string): number | null => {
    const cell = rows.find((row) => row['field'] === field && row['source'] === source)?.['share'];
    // A field that no song of a source has is one the source does not give.
    return typeof cell === 'number' && cell < 100 ? cell : null;
  };
  const lacking = sources.filter((source) => fields.some((field) => share(field, source) === null));
  return {
    ...missingMatrix({
      fields,
      sources,
      missing: fields.map((field) => sources.map((source) => share(field, source))),
      subtitle: 'Songs without a value in the store, percent of the songs each source speaks of',
      source: datedSourceLine(book, table),
    }),
    title:
      lacking.length === 0
        ? prose`Every source gives every field for at least part of its songs`
        : lacking.length === sources.length && sources.length > 1
          ? prose`No source gives every field`
          : prose`Some fields are missing altogether in ${listOf(lacking.map((source) => name(source)))}`,
    alt: prose`Matrix of fields by source with the share of songs that lack a value; a dash where the source does not have the field at all.`,
  };
}
