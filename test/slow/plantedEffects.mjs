/**
 * Does the analysis find what was planted in the sample, and nothing else?
 *
 * For many seeds: generator → transform → store in memory → features → analyses → the one multiplicity step, and the
 * verdicts are held against `src/sources/sample/planted.ts`. Exits with 1 where a planted effect is found in fewer than
 * 90 % of the seeds, or where the mean false-discovery proportion is above 5 %.
 *
 *     npm run test:planted -- [--seeds 200] [--first 1] [--songs 3000] [--workers 2]
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const FOUND_GOAL = 0.9;
const FALSE_GOAL = 0.05;
const AS_OF = '2024-12-31';

/** The verdicts of one seed, by hypothesis: `{ verdict, estimate, p }`. */
async function judgeSeed(seed, songs) {
  const { openSample } = await import('../../dist/sources/sample/openSample.js');
  const { openStore } = await import('../../dist/store/openStore.js');
  const { readerOf } = await import('../../dist/pipeline/readerOf.js');
  const { ingestInputs } = await import('../../dist/pipeline/ingestInputs.js');
  const { buildFeatureTable } = await import('../../dist/features/buildFeatureTable.js');
  const { analyses } = await import('../../dist/analyses/index.js');
  const { hypotheses } = await import('../../dist/analyses/hypotheses.js');
  const { judge } = await import('../../dist/analyses/judge.js');

  const db = await openStore({ directory: null });
  try {
    const input = openSample({ songs, seed });
    await ingestInputs(db, [input], { now: () => new Date(0) });
    const reader = readerOf(db);
    const asOf = () => AS_OF;
    const context = {
      features: await buildFeatureTable(reader, { asOf }),
      sources: [stampOf(input)],
      asOf,
      dataset: 'sample',
      seed,
    };
    const sections = new Set(hypotheses.map((one) => one.section));
    const findings = [];
    for (const analysis of analyses.filter((one) => sections.has(one.id))) {
      const measured = analysis.measure(await analysis.load(reader, context), context);
      findings.push(...measured.findings);
    }
    const confirmatory = judge(findings).filter((finding) => finding.kind === 'confirmatory');
    return Object.fromEntries(
      confirmatory.map((finding) => [
        finding.hypothesis ?? finding.id,
        { verdict: finding.verdict, estimate: finding.estimate, n: finding.n },
      ]),
    );
  } finally {
    await db.close();
  }
}

function stampOf({ source, origin, sha256 }) {
  const { id, title, licence, selection } = source;
  return {
    source: id,
    title,
    asOf: AS_OF,
    rows: 0,
    files: [{ name: origin, sha256 }],
    licence,
    selection,
  };
}

/** In a worker process: answers each seed with its verdicts. */
function work(songs) {
  process.on('message', (seed) => {
    judgeSeed(seed, songs).then(
      (verdicts) => process.send({ seed, verdicts }),
      (error) => process.send({ seed, error: String(error?.message ?? error) }),
    );
  });
  process.on('disconnect', () => process.exit(0));
  process.send({ ready: true });
}

/** Deals the seeds to worker processes; results come back in the order of the seeds. */
function judgeSeeds({ seeds, first, songs, workers }) {
  const results = new Map();
  let next = first;
  return new Promise((resolve, reject) => {
    const children = Array.from({ length: workers }, () =>
      fork(fileURLToPath(import.meta.url), ['--worker', '--songs', String(songs)]),
    );
    const stop = (error) => {
      for (const child of children) if (child.connected) child.disconnect();
      if (error) reject(error);
      else resolve([...results].sort(([a], [b]) => a - b).map(([, verdicts]) => verdicts));
    };
    for (const child of children) {
      child.on('exit', (code) => code && stop(new Error(`a worker ended with exit code ${code}`)));
      child.on('message', (answer) => {
        if (answer.error) return stop(new Error(`seed ${answer.seed}: ${answer.error}`));
        if (!answer.ready) results.set(answer.seed, answer.verdicts);
        if (process.stderr.isTTY) process.stderr.write(`\r${results.size} of ${seeds} seeds`);
        if (results.size === seeds) return stop();
        if (next < first + seeds) child.send(next++);
      });
    }
  });
}

const isDiscovery = (answer) =>
  answer?.verdict === 'supported' || answer?.verdict === 'contradicted';

/** What was claimed although it is not so, as a share of all claims; 0 where nothing was claimed. */
function falseProportion(verdicts, planted) {
  const claimed = planted.filter(({ hypothesis }) => isDiscovery(verdicts[hypothesis]));
  const wrong = claimed.filter(
    ({ hypothesis, truth }) =>
      truth === 'null' || truth === 'confounded' || verdicts[hypothesis].verdict === 'contradicted',
  );
  return claimed.length === 0 ? 0 : wrong.length / claimed.length;
}

function summarise(results, planted) {
  return planted.map(({ hypothesis, truth }) => {
    const answers = results.map((verdicts) => verdicts[hypothesis]).filter(Boolean);
    const share = (verdict) =>
      answers.filter((answer) => answer.verdict === verdict).length / results.length;
    const estimates = answers.map((answer) => answer.estimate).filter((value) => value !== null);
    return {
      hypothesis,
      truth,
      supported: share('supported'),
      contradicted: share('contradicted'),
      tooSmall: share('too-small'),
      inconclusive: share('inconclusive'),
      unanswered: 1 - answers.filter((answer) => answer.verdict !== null).length / results.length,
      meanEstimate: estimates.reduce((sum, value) => sum + value, 0) / estimates.length,
    };
  });
}

function print(rows) {
  const percent = (share) => `${(100 * share).toFixed(1)}%`.padStart(7);
  console.log(
    `${'hypothesis'.padEnd(32)}${'truth'.padEnd(12)}  found  contra  small  inconcl  none   mean estimate`,
  );
  for (const row of rows) {
    const shares = [
      row.supported,
      row.contradicted,
      row.tooSmall,
      row.inconclusive,
      row.unanswered,
    ];
    const line = `${row.hypothesis.padEnd(32)}${row.truth.padEnd(12)}${shares.map(percent).join('')}`;
    console.log(`${line}   ${row.meanEstimate.toPrecision(3)}`);
  }
}

async function main(options) {
  const { PLANTED } = await import('../../dist/sources/sample/planted.js');
  const results = await judgeSeeds(options);
  const rows = summarise(results, PLANTED);
  const proportions = results.map((verdicts) => falseProportion(verdicts, PLANTED));
  const meanFalse = proportions.reduce((sum, value) => sum + value, 0) / proportions.length;
  const missed = rows.filter((row) => row.truth === 'effect' && row.supported < FOUND_GOAL);
  print(rows);
  console.log(`\n${results.length} seeds of ${options.songs} songs`);
  console.log(
    `mean false-discovery proportion ${(100 * meanFalse).toFixed(2)}% (goal: at most 5%)`,
  );
  for (const row of missed) console.log(`MISSED: ${row.hypothesis} is found too seldom`);
  if (meanFalse > FALSE_GOAL) console.log('MISSED: too many false discoveries');
  process.exitCode = missed.length > 0 || meanFalse > FALSE_GOAL ? 1 : 0;
}

const { values } = parseArgs({
  options: {
    worker: { type: 'boolean', default: false },
    seeds: { type: 'string', default: '200' },
    first: { type: 'string', default: '1' },
    songs: { type: 'string', default: '3000' },
    workers: { type: 'string', default: '2' },
  },
});
const numbers = Object.fromEntries(
  ['seeds', 'first', 'songs', 'workers'].map((name) => [name, Number(values[name])]),
);
if (values.worker) work(numbers.songs);
else {
  await main(numbers).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
