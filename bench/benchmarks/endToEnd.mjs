import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { measureNode } from '../tools/measureProcess.mjs';
import { median, megabytes, seconds } from '../tools/numbers.mjs';
import { atMost } from '../tools/outcome.mjs';
import { LAUNCHER } from '../tools/paths.mjs';
import { PUBLIC_FILES } from '../tools/publicFiles.mjs';

const COLD_SECONDS = 40;
const COLD_MEGABYTES = 700;
const WARM_SECONDS = 2;
const WARM_RUNS = 3;

/** `liner report` on the public data as a user starts it: with nothing at hand, and with everything fresh. */
export const endToEnd = {
  id: 'end-to-end',
  title: 'The report of the public data, end to end',
  needs: PUBLIC_FILES,
  run,
};

async function run(context) {
  const store = join(context.work, 'store');
  const out = join(context.work, 'report');
  for (const folder of [store, out]) await rm(folder, { recursive: true, force: true });
  const report = () => runReport(context, store, out);
  const cold = await report();
  requireState(cold, 'made');
  const warm = [];
  for (let i = 0; i < WARM_RUNS; i += 1) warm.push(await report());
  for (const one of warm) requireState(one, 'fresh');
  const warmSeconds = median(warm.map((one) => one.wallSeconds));
  return {
    tables: [table(cold, warm)],
    goals: [
      atMost('cold report', cold.wallSeconds, COLD_SECONDS, seconds),
      atMost('peak memory of the cold report', cold.peakMegabytes, COLD_MEGABYTES, megabytes),
      atMost('report with nothing to do', warmSeconds, WARM_SECONDS, seconds),
    ],
    notes: [
      'Cold: no store, no cached figure, no output; the data files may be in the page cache. Warm: the same command again, ' +
        `the median of ${WARM_RUNS}. Wall time includes the start of Node. Memory is the highest resident set of the process. ` +
        'No browser is on the PATH, so the PDF of the slides, which a browser makes in a process of its own, is left out.',
    ],
  };
}

/** With an empty PATH and no CHROME_PATH there is no browser, and so no PDF. */
function runReport(context, store, out) {
  const env = {
    ...process.env,
    LINER_DATA_DIR: context.dataDir,
    LINER_STORE_DIR: store,
    DATABASE_URL: undefined,
    CHROME_PATH: undefined,
    PATH: '',
  };
  return measureNode(LAUNCHER, ['report', '--dataset', 'public', '--out', out, '--json'], { env });
}

/** Time counts only for a run that did what it should. */
function requireState(run, state) {
  const answer = JSON.parse(run.output);
  if (answer.state !== state)
    throw new Error(`the report should have been ${state}, but was ${answer.state}`);
  if (!answer.pdf.startsWith('No PDF'))
    throw new Error(`a PDF was made although it should be left out: ${answer.pdf}`);
}

function table(cold, warm) {
  const row = (name, one) => [
    name,
    seconds(one.wallSeconds),
    seconds(one.cpuSeconds),
    megabytes(one.peakMegabytes),
  ];
  return {
    headers: ['run', 'wall', 'CPU', 'peak memory'],
    rows: [row('cold', cold), ...warm.map((one, i) => row(`warm ${i + 1}`, one))],
  };
}
