import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareAnswers, EQUAL, EQUAL_SUMS } from '../statistics/compareAnswers.mjs';
import { measureNode, measureProgram } from '../tools/measureProcess.mjs';
import { seconds, whole } from '../tools/numbers.mjs';
import { atMost } from '../tools/outcome.mjs';
import { PEER, task } from '../tools/paths.mjs';
import { PUBLIC_FILES } from '../tools/publicFiles.mjs';

const LISTED = 20;

/** The same statistics by pandas and scipy: are the numbers equal, and how long does each take? */
export const peer = {
  id: 'peer',
  title: 'The same statistics in Python (pandas, scipy, statsmodels)',
  needs: PUBLIC_FILES,
  run,
};

async function run(context) {
  const problem = await whyNoPeer(context.python);
  if (problem !== null) return leftOut(problem);
  const folder = join(context.work, 'statistics');
  await mkdir(folder, { recursive: true });
  const ours = await answersOf(folder, 'ours', (target) =>
    measureNode(task('statisticsTask'), [context.dataDir, target]),
  );
  const peers = await answersOf(folder, 'peer', (target) =>
    measureProgram(context.python, [PEER, context.dataDir, target]),
  );
  const agreement = compareAnswers(ours.values, peers.values);
  for (const line of peers.missing) context.note(`LEFT OUT: ${line}`);
  const unmatched =
    agreement.onlyPeers.length + (peers.missing.length > 0 ? 0 : agreement.onlyOurs.length);
  return {
    tables: [timeTable(ours, peers), agreementTable(agreement), ...differenceTables(agreement)],
    goals: [
      atMost('numbers that differ from the peer’s', agreement.different.length, 0, whole),
      atMost('numbers that only one of the two gives', unmatched, 0, whole),
    ],
    notes: [
      ...peers.missing.map((line) => `**LEFT OUT: ${line}.**`),
      `Peer: ${Object.entries(peers.versions)
        .map((one) => one.join(' '))
        .join(', ')}. Both read the same files and answer ` +
        'statistics/questions.json, each in one process; its start and imports count in “whole process” alone. Our reading ' +
        'also recognises, hashes and checks every file and row.',
    ],
  };
}

async function answersOf(folder, name, program) {
  const target = join(folder, `${name}.json`);
  const { wallSeconds } = await program(target);
  return { wallSeconds, ...JSON.parse(await readFile(target, 'utf8')) };
}

/** @returns null where the peer can run, else what is missing */
async function whyNoPeer(python) {
  try {
    await measureProgram(python, ['-c', 'import numpy, pandas, scipy']);
    return null;
  } catch (error) {
    return error.message.trim().split('\n').at(-1);
  }
}

function leftOut(problem) {
  return {
    tables: [],
    goals: [],
    notes: [
      `**LEFT OUT: the comparison with Python, all of it (${problem}).** Install bench/requirements.txt and name that ` +
        'Python with `--python`.',
    ],
  };
}

function timeTable(ours, peers) {
  const kinds = [...new Set([...Object.keys(ours.seconds), ...Object.keys(peers.seconds)])];
  const row = (name, a, b) => [name, seconds(a), seconds(b), `${(a / b).toFixed(2)}`];
  const compute = ({ seconds: all }, skip) =>
    Object.entries(all).reduce(
      (sum, [kind, value]) => (skip.includes(kind) ? sum : sum + value),
      0,
    );
  const shared = kinds.filter((kind) => kind in ours.seconds && kind in peers.seconds);
  const alone = ['read', ...kinds.filter((kind) => !shared.includes(kind))];
  return {
    headers: ['time', 'ours', 'peer', 'ours / peer'],
    rows: [
      ...shared.map((kind) => row(kind, ours.seconds[kind], peers.seconds[kind])),
      row('all statistics', compute(ours, alone), compute(peers, alone)),
      row('whole process', ours.wallSeconds, peers.wallSeconds),
    ],
  };
}

function agreementTable({ compared, equal, sums, different, onlyOurs, onlyPeers }) {
  return {
    headers: ['numbers', 'count'],
    rows: [
      ['compared', whole(compared)],
      [`equal to ${EQUAL.toExponential()} relative`, whole(equal)],
      [`further sums, equal to ${EQUAL_SUMS.toExponential()} relative`, whole(sums.length)],
      ['different', whole(different.length)],
      ['only ours', whole(onlyOurs.length)],
      ['only the peer’s', whole(onlyPeers.length)],
    ],
  };
}

function differenceTables({ sums, different }) {
  const listed = [...different, ...sums];
  if (listed.length === 0) return [];
  return [
    {
      headers: ['largest differences', 'ours', 'peer', 'relative'],
      rows: listed
        .slice(0, LISTED)
        .map(({ name, ours, peer: theirs, difference }) => [
          name,
          String(ours),
          String(theirs),
          difference.toExponential(1),
        ]),
    },
  ];
}
