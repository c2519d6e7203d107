/**
 * In a process of its own: answers `statistics/questions.json` from the public files with the package's statistics.
 *
 *     node statisticsTask.mjs DATA_DIRECTORY RESULT_FILE
 */
import { readFile, writeFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { ANSWERS } from '../statistics/answers.mjs';
import { readTable } from '../statistics/readTable.mjs';

const QUESTIONS = new URL('../statistics/questions.json', import.meta.url);

async function answerAll(dataDir) {
  const { tables: declared, questions } = JSON.parse(await readFile(QUESTIONS, 'utf8'));
  const started = performance.now();
  const tables = new Map();
  for (const [name, one] of Object.entries(declared))
    tables.set(name, await readTable(dataDir, one));
  const seconds = { read: (performance.now() - started) / 1000 };
  const values = {};
  for (const question of questions) {
    const before = performance.now();
    const answers = ANSWERS[question.kind](question, tables.get(question.table));
    const took = (performance.now() - before) / 1000;
    seconds[question.kind] = (seconds[question.kind] ?? 0) + took;
    for (const [name, value] of answers) values[`${question.table}: ${name}`] = value;
  }
  return { versions: { node: process.versions.node }, seconds, values, missing: [] };
}

const [dataDir, target] = process.argv.slice(2);
await writeFile(target, JSON.stringify(await answerAll(dataDir)));
