import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { measureNode } from '../tools/measureProcess.mjs';
import { median, seconds, whole } from '../tools/numbers.mjs';
import { atLeast } from '../tools/outcome.mjs';
import { task } from '../tools/paths.mjs';
import { PUBLIC_FILES } from '../tools/publicFiles.mjs';

const RATIO = 0.35;
const RUNS = 3;

/** How fast files become tables, against COPY of the finished tables. */
export const ingest = {
  id: 'ingest',
  title: 'Loading the public data, against plain COPY of the same rows',
  needs: PUBLIC_FILES,
  run,
};

async function run(context) {
  const sets = [
    { name: 'spotify_songs', path: join(context.dataDir, 'spotify_songs.csv') },
    { name: 'all public files', path: context.dataDir },
  ];
  const measured = [];
  for (const set of sets) measured.push({ ...set, ...(await measureSet(context, set)) });
  return {
    tables: [table(measured)],
    goals: measured.map(({ name, ratio }) =>
      atLeast(`rows per second of ${name}, as a share of COPY's`, ratio, RATIO, (share) =>
        share.toFixed(2),
      ),
    ),
    notes: [
      'Load: from the first byte of the files to the last committed row and the planner’s statistics: recognise, hash, parse, ' +
        'validate, resolve identity, merge, write, keep the books. Plain COPY: the very rows that then stand in the tables, ' +
        'already text in memory, into an empty store of the same schema with all its keys, checks, foreign keys and indexes, ' +
        'in one transaction. Both with the embedded engine on disk, each run in a process of its own; making the empty store ' +
        'is left out of both. The goal is judged against plain COPY. The loader itself skips foreign keys, for it writes ' +
        'children from their parents’ own objects; the COPY that skips them too stands beside it and is no goal. Rows are ' +
        `table rows. Medians of ${runs(context)}.`,
    ],
  };
}

const runs = (context) => (context.quick ? 1 : RUNS);

/** Loads and copies take turns, so that a slow minute of the machine meets both. */
async function measureSet(context, { path }) {
  const loads = [];
  const [unchecked, checked] = [[], []];
  for (let i = 0; i < runs(context); i += 1) {
    const folder = join(context.work, 'ingest');
    await rm(folder, { recursive: true, force: true });
    const dumps = join(folder, 'dumps');
    await mkdir(dumps, { recursive: true });
    const load = await runTask('ingestTask', [path, join(folder, 'loaded'), dumps]);
    loads.push(load);
    for (const [kind, list] of [
      ['unchecked', unchecked],
      ['checked', checked],
    ]) {
      const copy = await runTask('copyTask', [dumps, join(folder, kind), kind]);
      requireSameRows(load.rows, copy.rows);
      list.push(copy.seconds);
    }
    await rm(folder, { recursive: true, force: true });
  }
  const load = median(loads.map((one) => one.seconds));
  const rows = Object.values(loads[0].rows).reduce((sum, count) => sum + count, 0);
  const copy = median(checked);
  return {
    records: loads[0].records,
    rows,
    load,
    copy,
    unchecked: median(unchecked),
    ratio: copy / load,
  };
}

async function runTask(name, args) {
  return (await measureNode(task(name), args)).result;
}

function requireSameRows(loaded, copied) {
  for (const [table, rows] of Object.entries(loaded)) {
    if (copied[table] !== rows)
      throw new Error(`${table} must have ${rows} rows after COPY, got ${copied[table]}`);
  }
}

function table(measured) {
  return {
    headers: [
      'data',
      'records',
      'table rows',
      'load',
      'rows/s',
      'plain COPY',
      'rows/s',
      'ratio',
      'COPY without foreign keys',
      'ratio',
    ],
    rows: measured.map((one) => [
      one.name,
      whole(one.records),
      whole(one.rows),
      seconds(one.load),
      whole(one.rows / one.load),
      seconds(one.copy),
      whole(one.rows / one.copy),
      one.ratio.toFixed(2),
      seconds(one.unchecked),
      (one.unchecked / one.load).toFixed(2),
    ]),
  };
}
