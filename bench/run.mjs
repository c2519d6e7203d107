/**
 * The benchmarks: how long the package takes, how much memory it needs, and how that stands against its goals and a peer.
 *
 *     npm run bench -- [options]
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BENCHMARKS } from './benchmarks/index.mjs';
import { BUILD, RESULTS } from './tools/paths.mjs';
import { missingFiles } from './tools/publicFiles.mjs';
import { renderGoal, renderOutcome } from './tools/renderOutcome.mjs';

const HELP = `Usage: npm run bench -- [options]

Measures the built package on the public data (LINER_DATA_DIR, or data/raw) and the synthetic sample. The machine should
have nothing else to do. Exit code 0: all goals that were measured are met; 1: some are not; 2: usage.

Options:
  --only NAME      one benchmark: ${BENCHMARKS.map(({ id }) => id).join(', ')}; may be given again
  --quick          fewer repetitions, and without the largest sample
  --sizes N,N      songs of the growth benchmark
  --python PATH    the peer's Python, with bench/requirements.txt installed (default: python3)
  --write          also write docs/BENCHMARKS.md; only for a whole run
  --help           this text

Examples:
  npm run bench -- --quick
  npm run bench -- --only growth --sizes 30000,100000`;

const OPTIONS = {
  only: { type: 'string', multiple: true },
  quick: { type: 'boolean', default: false },
  sizes: { type: 'string' },
  python: { type: 'string', default: 'python3' },
  write: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};

/** What a user can mend. */
class UsageError extends Error {}

function readOptions(args) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    throw new UsageError(error.message);
  }
}

function chosenBenchmarks(only) {
  if (only === undefined) return BENCHMARKS;
  const names = BENCHMARKS.map(({ id }) => id);
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`no benchmark "${unknown}"; there are ${names.join(', ')}`);
  return BENCHMARKS.filter(({ id }) => only.includes(id));
}

function readSizes(text) {
  if (text === undefined) return undefined;
  const sizes = text.split(',').map(Number);
  if (!sizes.every((size, i) => Number.isInteger(size) && size > (sizes[i - 1] ?? 0)))
    throw new UsageError(
      `--sizes must be rising whole numbers such as 30000,100000, got "${text}"`,
    );
  return sizes;
}

function requireWhole(values) {
  const part = ['only', 'quick', 'sizes'].find((name) => values[name]);
  if (values.write && part !== undefined)
    throw new UsageError(`--write needs a whole run, but --${part} leaves a part out`);
}

function machine() {
  const gigabytes = Math.round(totalmem() / 1e9);
  return `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${gigabytes} GB, Node ${process.versions.node}`;
}

function leftOut(dataDir, missing) {
  const note = `**LEFT OUT: ${dataDir} lacks ${missing.join(', ')}; LINER_DATA_DIR names another folder.**`;
  return { tables: [], goals: [], notes: [note] };
}

/** The other benchmarks still run; this one counts as a goal that is not met. */
function failed(error) {
  const goal = { what: 'the benchmark', goal: 'to end', measured: 'failed', met: false };
  return { tables: [], goals: [goal], notes: [`**FAILED:** ${error.stack}`] };
}

async function runAll(benchmarks, context) {
  const outcomes = [];
  for (const { id, title, needs, run } of benchmarks) {
    const missing = missingFiles(context.dataDir, needs);
    context.note(`${id} …`);
    const outcome =
      missing.length > 0
        ? leftOut(context.dataDir, missing)
        : await run(context).catch((error) => failed(error));
    console.log(renderOutcome(title, outcome));
    outcomes.push({ title, outcome });
  }
  return outcomes;
}

function document(outcomes) {
  const goals = outcomes.flatMap(({ outcome }) => outcome.goals);
  return [
    '# Benchmarks',
    `Made by \`npm run bench -- --write\` on ${machine()}.`,
    goals.map(renderGoal).join('\n'),
    ...outcomes.map(({ title, outcome }) => renderOutcome(title, outcome).trimEnd()),
  ]
    .join('\n\n')
    .concat('\n');
}

/** Only a run in which nothing failed and nothing was left out is worth keeping. */
async function writeResults(outcomes) {
  const incomplete = outcomes.filter(({ outcome }) =>
    outcome.notes.some((note) => /^\*\*(FAILED|LEFT OUT)/.test(note)),
  );
  if (incomplete.length === 0) return writeFile(RESULTS, document(outcomes));
  const titles = incomplete.map(({ title }) => title).join('; ');
  return console.error(`docs/BENCHMARKS.md was not written, for these are incomplete: ${titles}`);
}

async function main(args) {
  const values = readOptions(args);
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const benchmarks = chosenBenchmarks(values.only);
  const sizes = readSizes(values.sizes);
  requireWhole(values);
  if (!existsSync(BUILD)) throw new UsageError('the package is not built; run `npm run build`');
  console.log(`Benchmarks on ${machine()}\n`);
  const work = await mkdtemp(join(tmpdir(), 'liner-bench-'));
  try {
    const outcomes = await runAll(benchmarks, {
      work,
      sizes,
      quick: values.quick,
      python: values.python,
      dataDir: resolve(process.env.LINER_DATA_DIR ?? 'data/raw'),
      note: (line) => console.error(line),
    });
    if (values.write) await writeResults(outcomes);
    return outcomes.every(({ outcome }) => outcome.goals.every(({ met }) => met)) ? 0 : 1;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`bench: ${error.message}`);
  process.exitCode = 2;
}
