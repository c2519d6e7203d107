import type { TableForm } from './tableForm.js';

/**
 * The column in which a line, or what has come of it, has most characters.
 *
 * @example
 * longestField('a,bbb,c', { delimiter: ',', quoted: true, columns: ['x', 'y', 'z'] }); // 'y'
 */
export function longestField(line: string, { delimiter, quoted, columns }: TableForm): string {
  let longest = { length: -1, column: 0 };
  let isQuoted = false;
  let column = 0;
  let start = 0;
  for (let at = 0; at <= line.length; at += 1) {
    if (quoted && line[at] === '"') isQuoted = !isQuoted;
    const isEnd = at === line.length || (line[at] === delimiter && !isQuoted);
    if (!isEnd) continue;
    if (at - start > longest.length) longest = { length: at - start, column };
    column += 1;
    start = at + 1;
  }
  return columns[longest.column] ?? '(after the last column)';
}
