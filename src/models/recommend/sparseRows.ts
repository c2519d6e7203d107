/** Rows of which most cells are zero: row `r` holds `columns[start[r]…start[r + 1]]` with their `values`. */
export interface SparseRows {
  readonly size: number;
  readonly width: number;
  readonly start: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** A cell that is not zero. */
export interface SparseCell {
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

/** Rows from their cells, in any order; cells of one place are added up. */
export function sparseRows(cells: readonly SparseCell[], size: number, width: number): SparseRows {
  const order = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const start = new Int32Array(size + 1);
  const columns: number[] = [];
  const values: number[] = [];
  let [row, column] = [-1, -1];
  for (const cell of order) {
    if (cell.row === row && cell.column === column) {
      values[values.length - 1] += cell.value;
      continue;
    }
    [row, column] = [cell.row, cell.column];
    columns.push(column);
    values.push(cell.value);
    start[row + 1] += 1;
  }
  for (let r = 0; r < size; r += 1) start[r + 1] += start[r];
  return {
    size,
    width,
    start,
    columns: Int32Array.from(columns),
    values: Float64Array.from(values),
  };
}

/** The same cells with rows and columns exchanged. */
export function transposeRows(rows: SparseRows): SparseRows {
  const start = new Int32Array(rows.width + 1);
  for (const column of rows.columns) start[column + 1] += 1;
  for (let c = 0; c < rows.width; c += 1) start[c + 1] += start[c];
  const next = start.slice();
  const columns = new Int32Array(rows.columns.length);
  const values = new Float64Array(rows.values.length);
  for (let row = 0; row < rows.size; row += 1) {
    for (let at = rows.start[row]; at < rows.start[row + 1]; at += 1) {
      const place = next[rows.columns[at]]++;
      columns[place] = row;
      values[place] = rows.values[at];
    }
  }
  return { size: rows.width, width: rows.size, start, columns, values };
}

/** One table above another of the same width. */
export function stackRows(above: SparseRows, below: SparseRows): SparseRows {
  const offset = above.columns.length;
  const start = new Int32Array(above.size + below.size + 1);
  start.set(above.start);
  for (let row = 0; row < below.size; row += 1) {
    start[above.size + row + 1] = offset + below.start[row + 1];
  }
  return {
    size: above.size + below.size,
    width: above.width,
    start,
    columns: joinInts(above.columns, below.columns),
    values: joinNumbers(above.values, below.values),
  };
}

function joinInts(a: Int32Array, b: Int32Array): Int32Array {
  const joined = new Int32Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

function joinNumbers(a: Float64Array, b: Float64Array): Float64Array {
  const joined = new Float64Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

/** Number of cells of a row. */
export function rowLength(rows: SparseRows, row: number): number {
  return rows.start[row + 1] - rows.start[row];
}

/** Columns in which two rows both have a cell, with the product of the two. */
export function sharedColumns(
  rows: SparseRows,
  a: number,
  b: number,
): { readonly column: number; readonly product: number }[] {
  const shared: { readonly column: number; readonly product: number }[] = [];
  let [at, other] = [rows.start[a], rows.start[b]];
  while (at < rows.start[a + 1] && other < rows.start[b + 1]) {
    const difference = rows.columns[at] - rows.columns[other];
    if (difference === 0) {
      shared.push({ column: rows.columns[at], product: rows.values[at] * rows.values[other] });
    }
    if (difference <= 0) at += 1;
    if (difference >= 0) other += 1;
  }
  return shared;
}
