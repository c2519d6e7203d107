/** The rows, from 0 to `size` − 1, that pass a test; ascending. */
export function rowsWhere(size: number, test: (row: number) => boolean): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < size; row += 1) if (test(row)) rows.push(row);
  return Int32Array.from(rows);
}
