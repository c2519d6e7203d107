import type { Cell, DataTable } from '../../domain/table.js';
import { formatColumn, type ColumnFormat } from '../format/index.js';
import { cleanName, escapeMarkdown } from '../prose/index.js';
import { queriesText } from './findingDetails.js';
import { anchorOf } from './findingLinks.js';

/** Stands in cells without a value. */
const EMPTY = '–';

/**
 * A table with its title, numbers aligned right, and a line that says which query it came from and what a row is.
 *
 * @param rows how many rows to show; all where absent
 */
export function renderTable(table: DataTable, rows?: number): string[] {
  if (table.rows.length === 0) return [];
  const formats = table.columns.map((_, index) => formatColumn(table, index));
  const shown = table.rows.slice(0, rows ?? table.rows.length);
  const lines = [
    row(formats.map(({ title }) => escapeMarkdown(title))),
    row(formats.map(({ numeric }) => (numeric ? '---:' : '---'))),
    ...shown.map((cells) =>
      row(formats.map((format, index) => cell(cells[index] ?? null, format))),
    ),
  ];
  return [
    `<a id="${anchorOf('t', table.id)}"></a>**${escapeMarkdown(table.title)}**`,
    lines.join('\n'),
    sourceLine(table, shown.length),
  ];
}

/** One line of a Markdown table. */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A cell as Markdown: numbers by their column's format, everything else as text. */
export function cell(value: Cell, format: ColumnFormat): string {
  if (value === null) return EMPTY;
  if (typeof value === 'number') return Number.isFinite(value) ? format.number(value) : EMPTY;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return escapeMarkdown(cleanName(value));
}

function sourceLine(table: DataTable, shown: number): string {
  const queries = queriesText(table.queries);
  const parts = [
    queries === '' ? null : `Source: ${/[`], [`]/.test(queries) ? 'queries' : 'query'} ${queries}`,
    table.sources.length === 0
      ? null
      : `data: ${table.sources.map((text) => escapeMarkdown(text)).join(', ')}`,
    escapeMarkdown(table.grain),
    shown < table.rows.length ? `${shown} of ${table.rows.length} rows shown` : null,
  ];
  return `<sub>${parts.filter((part) => part !== null).join('; ')}.</sub>`;
}
