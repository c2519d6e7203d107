/**
 * In a process of its own: the report of a synthetic sample from generator to findings, with the seconds of each
 * phase and how high memory had risen by its end.
 *
 *     node growthTask.mjs SONGS STORE_DIRECTORY
 */
import '../../src/bin/heapPolicy.mjs';
import { performance } from 'node:perf_hooks';
import { composeReport } from '../../dist/pipeline/composeReport.js';
import { ingestInputs } from '../../dist/pipeline/ingestInputs.js';
import { inputsHash } from '../../dist/pipeline/datasetStore.js';
import { sourceStamps } from '../../dist/pipeline/sourceStamps.js';
import { StudyResults } from '../../dist/pipeline/studyResults.js';
import { openSample } from '../../dist/sources/sample/openSample.js';
import { openStore } from '../../dist/store/openStore.js';
import { printResult } from '../tools/taskResult.mjs';

const SEED = 1;

/** Ends one phase where the next begins. */
class PhaseClock {
  phases = [];
  #name;
  #start = performance.now();

  constructor(first) {
    this.#name = first;
  }

  next(name) {
    const now = performance.now();
    const peakMegabytes = (process.resourceUsage().maxRSS * 1024) / 1e6;
    this.phases.push({ name: this.#name, seconds: (now - this.#start) / 1000, peakMegabytes });
    this.#name = name;
    this.#start = now;
  }
}

async function grow(songs, directory) {
  const clock = new PhaseClock('open store');
  const db = await openStore({ directory });
  try {
    clock.next('generate and load');
    const input = openSample({ songs, seed: SEED });
    await ingestInputs(db, [input], { now: () => new Date(0) });
    clock.next('stamps');
    const report = await composeReport(db, {
      dataset: 'sample',
      sources: await sourceStamps(db),
      contentHash: inputsHash([input]),
      seed: SEED,
      asOf: null,
      studies: new StudyResults({ folder: null, key: 'growth' }),
      onStep: (label) => clock.next(label),
    });
    clock.next('close');
    return { songs, findings: report.findings.length, phases: clock.phases };
  } finally {
    await db.close();
  }
}

printResult(await grow(Number(process.argv[2]), process.argv[3]));
