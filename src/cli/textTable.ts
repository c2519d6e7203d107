/**
 * Aligns rows of text in columns for the terminal; numbers (given as such) stand right.
 *
 * @example
 * textTable(['kind', 'read'], [['track', 3]]); // "kind   read\ntrack     3"
 */
export function textTable(
  titles: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const texts = rows.map((row) => row.map(String));
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...texts.map((row) => row[column]?.length ?? 0)),
  );
  const isNumeric = titles.map((_, column) => rows.every((row) => typeof row[column] === 'number'));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return isNumeric[column] === true && rows.length > 0
          ? cell.padStart(width)
          : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return [titles, ...texts].map(line).join('\n');
}
