/** One column that a model may use: numbers, or codes of categories; NaN where the value is missing. */
export interface ModelColumn {
  readonly id: string;
  readonly kind: 'number' | 'category';
  readonly values: Float64Array;
  /** Names of the codes of a category column: `levels[values[row]]`. */
  readonly levels?: readonly string[];
}

/** What a model learns from or predicts for: one row per song, by column. */
export interface ModelTable {
  readonly size: number;
  readonly columns: readonly ModelColumn[];
}

/**
 * A table of columns of one length, every value finite or NaN.
 *
 * @throws RangeError naming the column whose length differs, whose id stands twice, or which holds an infinite value
 * @example
 * modelTable([{ id: 'energy', kind: 'number', values: Float64Array.of(0.4, NaN) }]).size; // 2
 */
export function modelTable(columns: readonly ModelColumn[]): ModelTable {
  const size = columns.length === 0 ? 0 : columns[0].values.length;
  const seen = new Set<string>();
  for (const { id, values } of columns) {
    if (seen.has(id)) throw new RangeError(`column "${id}" stands twice`);
    seen.add(id);
    if (values.length !== size) {
      throw new RangeError(`column "${id}" must have ${size} values, got ${values.length}`);
    }
    const infinite = values.findIndex((value) => value === Infinity || value === -Infinity);
    if (infinite >= 0) {
      throw new RangeError(
        `column "${id}" must be finite or missing, got ${values[infinite]} in row ${infinite}`,
      );
    }
  }
  return { size, columns };
}

/** The rows of a table that are named, in that order; a row may be named again. */
export function takeRows(table: ModelTable, rows: ArrayLike<number>): ModelTable {
  return {
    size: rows.length,
    columns: table.columns.map((column) => ({
      ...column,
      values: takeValues(column.values, rows),
    })),
  };
}

/** The values at the rows that are named, in that order. */
export function takeValues(values: Float64Array, rows: ArrayLike<number>): Float64Array {
  const taken = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i += 1) taken[i] = values[rows[i]];
  return taken;
}
