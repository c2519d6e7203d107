import type { ColumnSchema } from '../columnSchema.js';
import type { ModelColumn, ModelTable } from '../modelTable.js';

/**
 * The same table in numbers alone: a category becomes one column of zeros and ones per level, missing where the category
 * is, so that a cut parts one level from all others.
 */
export function levelColumns(table: ModelTable, schema: readonly ColumnSchema[]): ModelTable {
  const columns = schema.flatMap(({ id, kind, levels }, index): ModelColumn[] => {
    const { values } = table.columns[index];
    if (kind === 'number') return [{ id, kind, values }];
    return levels.map((level, code) => ({
      id: `${id}=${level}`,
      kind: 'number',
      values: values.map((value) => (Number.isNaN(value) ? NaN : Number(value === code))),
    }));
  });
  return { size: table.size, columns };
}
