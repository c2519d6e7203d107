import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AppError } from '../../../src/errors.js';
import { workOffFolds, type FoldJob } from '../../../src/models/evaluate/foldJob.js';
import { groupFolds } from '../../../src/models/evaluate/split.js';
import { madeTable } from '../madeTable.js';

/** Runs in this thread what the real one runs in its own: threads start from built files alone. */
class NearWorker extends EventEmitter {
  constructor(url: URL, { workerData }: { workerData: FoldJob }) {
    super();
    expect(url.pathname).toMatch(/foldWorker\.js$/);
    queueMicrotask(() => {
      try {
        workOffFolds(workerData);
      } catch (error) {
        const { code, message, hint } = error as AppError;
        if (code) this.emit('message', { code, message, hint });
        else this.emit('error', error);
      }
      this.emit('exit');
    });
  }
}

const { table, target } = madeTable(60);
const jobOf = (change: Partial<FoldJob>): FoldJob => ({
  spec: { model: 'ridge' },
  table,
  target,
  folds: groupFolds(Int32Array.from(target.keys()), 3, 1),
  seed: 1,
  next: new Int32Array(new SharedArrayBuffer(4)),
  predicted: new Float64Array(60),
  ...change,
});

async function run(job: FoldJob): Promise<void> {
  const { runFoldThreads } = await import('../../../src/models/evaluate/foldThreads.js');
  return runFoldThreads(job, 2);
}

beforeEach(() => {
  vi.resetModules();
  vi.doMock('node:worker_threads', () => ({ Worker: NearWorker }));
});
afterEach(() => {
  vi.doUnmock('node:worker_threads');
});

it('predicts the same as without threads', async () => {
  const [here, there] = [jobOf({}), jobOf({})];
  workOffFolds(here);
  await run(there);
  expect(there.predicted).toEqual(here.predicted);
});

it('passes on what the user can mend as what it is', async () => {
  const job = jobOf({ spec: { model: 'oracle' } });
  const error = await run(job).then(
    () => null,
    (reason: unknown) => reason as AppError,
  );
  expect([error?.name, error?.code, error?.hint]).toEqual([
    'AppError',
    'usage',
    expect.stringContaining('ridge'),
  ]);
});

it('passes on other errors, and no further fold is begun', async () => {
  const job = jobOf({ target: target.with(0, NaN) });
  await expect(run(job)).rejects.toThrow('the target must be finite');
  expect(job.next[0]).toBeGreaterThanOrEqual(job.folds.length);
});
