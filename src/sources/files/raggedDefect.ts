import type { RecordDefect } from '../../domain/record.js';
import type { TableForm } from './tableForm.js';

/** The defect of a row that has more or fewer fields than the header. */
export function raggedDefect(
  cells: readonly string[],
  { columns, delimiter }: TableForm,
): RecordDefect {
  const fields = cells.length === 1 ? 'field' : 'fields';
  const reason = `the row has ${cells.length} ${fields} where the header has ${columns.length}`;
  return { field: '(row)', reason, value: cells.join(delimiter) };
}
