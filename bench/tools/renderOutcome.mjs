/** A Markdown table whose columns are also aligned as plain text; numbers stand on the right. */
export function renderTable({ headers, rows }) {
  const widths = headers.map((header, column) =>
    Math.max(3, header.length, ...rows.map((row) => row[column].length)),
  );
  const isNumber = headers.map(
    (_, column) => rows.length > 0 && rows.every((row) => /^([-+]?\d|–|$)/.test(row[column])),
  );
  const line = (cells) =>
    `| ${cells.map((cell, i) => (isNumber[i] ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join(' | ')} |`;
  const rule = widths.map((width, i) =>
    isNumber[i] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  return [headers, rule, ...rows].map(line).join('\n');
}

/** One benchmark's outcome as Markdown that reads well in a terminal too. */
export function renderOutcome(title, { tables, goals, notes }) {
  const parts = [`## ${title}`, ...tables.map(renderTable)];
  if (goals.length > 0) parts.push(goals.map(renderGoal).join('\n'));
  if (notes.length > 0) parts.push(notes.join('\n\n'));
  return `${parts.join('\n\n')}\n`;
}

/** `- met: peak memory 512 MB (goal ≤ 700 MB)` */
export function renderGoal({ what, goal, measured, met }) {
  return `- ${met ? 'met' : 'NOT MET'}: ${what} ${measured} (goal ${goal})`;
}
