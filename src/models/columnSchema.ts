import { z } from 'zod';
import { AppError } from '../errors.js';
import type { ModelColumn, ModelTable } from './modelTable.js';

export const columnSchemaJson = z.object({
  id: z.string(),
  kind: z.enum(['number', 'category']),
  /** Categories that training saw, in the order of their codes; empty for numbers. */
  levels: z.array(z.string()),
});

/** What a fitted model remembers of a column: enough to read a table that was made elsewhere. */
export type ColumnSchema = Readonly<z.infer<typeof columnSchemaJson>>;

/** The columns of a training table, with those levels only that occur in it. */
export function schemaOf(table: ModelTable): readonly ColumnSchema[] {
  return table.columns.map(({ id, kind, values, levels = [] }) => {
    const seen = new Set(kind === 'category' ? values : []);
    return { id, kind, levels: levels.filter((_, code) => seen.has(code)) };
  });
}

/**
 * A table with just the columns that a model was trained on, in their order, its categories in the model's codes. A
 * level that training never saw becomes missing. Columns that the model does not know are left out.
 *
 * @throws AppError 'usage' naming a column that is absent or of another kind
 * @example
 * alignTable(table, [{ id: 'genre', kind: 'category', levels: ['pop', 'rock'] }]);
 */
export function alignTable(table: ModelTable, schema: readonly ColumnSchema[]): ModelTable {
  const byId = new Map(table.columns.map((column) => [column.id, column]));
  return {
    size: table.size,
    columns: schema.map((wanted) => alignColumn(byId.get(wanted.id), wanted)),
  };
}

function alignColumn(column: ModelColumn | undefined, wanted: ColumnSchema): ModelColumn {
  const { id, kind, levels } = wanted;
  if (column === undefined) {
    throw new AppError('usage', `the model needs the column "${id}", which the table lacks`);
  }
  if (column.kind !== kind) {
    throw new AppError('usage', `column "${id}" must be a ${kind}, got a ${column.kind}`);
  }
  if (kind === 'number') return { id, kind, values: column.values };
  const codes = new Map(levels.map((level, code) => [level, code]));
  const translated = (column.levels ?? []).map((level) => codes.get(level) ?? NaN);
  const values = column.values.map((code) => (Number.isNaN(code) ? NaN : translated[code]));
  return { id, kind, values, levels };
}
