// Holds the coverage floor: 90 % of all lines and 80 % in every file.
import { readFileSync } from 'node:fs';

const WHOLE = 90;
const EACH = 80;

const summary = JSON.parse(readFileSync('coverage/coverage-summary.json', 'utf8'));
const { total, ...files } = summary;
const problems = Object.entries(files)
  .filter(([, file]) => file.lines.total > 0 && file.lines.pct < EACH)
  .map(
    ([path, file]) =>
      `${path.replace(`${process.cwd()}/`, '')}: ${file.lines.pct} % of lines, needed ${EACH} %`,
  );
if (total.lines.pct < WHOLE)
  problems.unshift(`all files: ${total.lines.pct} % of lines, needed ${WHOLE} %`);

for (const problem of problems) console.error(problem);
console.log(`coverage: ${total.lines.pct} % of lines in ${Object.keys(files).length} files`);
process.exitCode = problems.length > 0 ? 1 : 0;
