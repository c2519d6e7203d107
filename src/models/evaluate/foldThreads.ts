import { Worker } from 'node:worker_threads';
import { AppError } from '../../errors.js';
import type { FoldJob } from './foldJob.js';

/**
 * Works off the folds in threads of their own. The inputs are put into memory that all of them read without a copy; one
 * that fails makes the others stop after the fold they are at.
 */
export async function runFoldThreads(given: FoldJob, count: number): Promise<void> {
  const job = shareInputs(given);
  await Promise.all(
    Array.from({ length: count }, () =>
      runThread(job).catch((error: unknown) => {
        Atomics.store(job.next, 0, job.folds.length);
        throw error;
      }),
    ),
  );
}

function runThread(job: FoldJob): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./foldWorker.js', import.meta.url), { workerData: job });
    worker.on('message', ({ code, message, hint }: AppError) => {
      reject(new AppError(code, message, hint));
    });
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}

/** The same job on memory that threads read without copying. */
function shareInputs(job: FoldJob): FoldJob {
  return {
    ...job,
    target: sharedCopy(job.target),
    table: {
      ...job.table,
      columns: job.table.columns.map((column) => ({
        ...column,
        values: sharedCopy(column.values),
      })),
    },
  };
}

/** The same numbers in memory that threads share. */
export function sharedCopy(values: Float64Array): Float64Array {
  const copy = new Float64Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
