import { AppError } from '../../errors.js';
import { listed } from '../files/tableForm.js';
import type { MappedColumn } from './mappingReport.js';
import type { ColumnMap } from './parseMapOption.js';
import { TRACK_FIELDS, columnKey } from './trackFields.js';

/** Which column of a table holds which field. */
export interface ColumnMapping {
  readonly mapped: readonly (MappedColumn & { readonly index: number })[];
  readonly ignored: readonly string[];
}

/**
 * Finds the fields of a table of tracks by its column names (see `TRACK_FIELDS`); what the user named goes first.
 * A column serves one field, and a field takes the first of its aliases that is there.
 *
 * @throws AppError where the user named a column that the file does not have
 */
export function mapColumns(
  file: string,
  columns: readonly string[],
  map: ColumnMap,
): ColumnMapping {
  const taken = new Map<number, { field: string; by: MappedColumn['by'] }>();
  for (const [field, column] of map) {
    if (column === '') continue;
    const index = indexOfColumn(file, columns, column);
    if (taken.has(index)) {
      throw new AppError('usage', `--map gives the column "${column}" of ${file} to two fields`);
    }
    taken.set(index, { field, by: 'option' });
  }
  const keys = columns.map(columnKey);
  for (const { id, aliases } of TRACK_FIELDS) {
    if (map.has(id)) continue;
    const index = aliases
      .map((alias) => keys.findIndex((key, at) => key === columnKey(alias) && !taken.has(at)))
      .find((at) => at !== -1);
    if (index !== undefined) taken.set(index, { field: id, by: 'name' });
  }
  return {
    mapped: columns.flatMap((column, index) => {
      const use = taken.get(index);
      return use === undefined ? [] : [{ column, index, ...use }];
    }),
    ignored: columns.filter((_, index) => !taken.has(index)),
  };
}

function indexOfColumn(file: string, columns: readonly string[], wanted: string): number {
  const exact = columns.indexOf(wanted);
  const index =
    exact === -1 ? columns.findIndex((name) => columnKey(name) === columnKey(wanted)) : exact;
  if (index !== -1) return index;
  throw new AppError(
    'usage',
    `${file} has no column "${wanted}"`,
    `Its columns: ${listed(columns)}`,
  );
}
