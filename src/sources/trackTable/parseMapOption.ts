import { AppError } from '../../errors.js';
import { TRACK_FIELDS } from './trackFields.js';

/** Columns named by the user: field → column; an empty column means that the field is not read. */
export type ColumnMap = ReadonlyMap<string, string>;

/**
 * Reads the `--map` option: `title=Song name,artists=Who`. A comma inside a column's name is no problem unless a
 * word and "=" follow it. `genres=` leaves a field out.
 *
 * @throws AppError for a part without "=", an unknown field or a field named twice
 * @example
 * parseMapOption('title=Song').get('title'); // 'Song'
 */
export function parseMapOption(text: string): ColumnMap {
  const map = new Map<string, string>();
  for (const part of text.split(/,(?=\s*[A-Za-z]+=)/)) {
    const [, field = '', column = ''] = /^\s*([A-Za-z]+)=(.*)$/s.exec(part) ?? [];
    if (field === '') {
      throw new AppError(
        'usage',
        `--map needs field=column, got "${part}"`,
        'Example: --map title=Song,artists=Singer',
      );
    }
    if (!TRACK_FIELDS.some(({ id }) => id === field)) {
      throw new AppError(
        'usage',
        `--map knows no field "${field}"`,
        `Fields: ${TRACK_FIELDS.map(({ id }) => id).join(', ')}`,
      );
    }
    if (map.has(field)) throw new AppError('usage', `--map names the field "${field}" twice`);
    map.set(field, column.trim());
  }
  return map;
}
