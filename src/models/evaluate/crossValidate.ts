import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../errors.js';
import type { ModelSpec } from '../modelSpec.js';
import type { ModelTable } from '../modelTable.js';
import { workOffFolds, type FoldJob } from './foldJob.js';
import type { Split } from './split.js';

export interface CrossValidationOptions {
  readonly seed: number;
  /** Threads besides this one; 0 does all here. As many as there are processors if left out; none for few rows. */
  readonly workers?: number;
}

/** Below so many rows, starting a thread takes longer than a fold. */
const FEW_ROWS = 5000;

/**
 * What a model says of rows it has not seen: one prediction per row, NaN for rows that no fold judges. The folds run in
 * threads of their own; their number changes no bit of the result.
 *
 * @throws AppError 'usage' where the spec names no model, or a column is missing
 * @throws RangeError where a fold has no rows to learn from
 */
export async function crossValidate(
  spec: ModelSpec,
  table: ModelTable,
  target: Float64Array,
  { folds }: Split,
  { seed, workers = table.size < FEW_ROWS ? 0 : availableParallelism() }: CrossValidationOptions,
): Promise<Float64Array> {
  const predicted = sharedCopy(new Float64Array(table.size).fill(NaN));
  const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const job: FoldJob = { spec, table, target, folds, seed, next, predicted };
  const threads = Math.min(workers, folds.length);
  if (threads < 1 || !isBuilt()) workOffFolds(job);
  else await runThreads(shareInputs(job), threads);
  return predicted.slice();
}

/** Threads start from built files alone; tests and scripts that run the TypeScript itself do without. */
function isBuilt(): boolean {
  return import.meta.url.endsWith('.js');
}

async function runThreads(job: FoldJob, count: number): Promise<void> {
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

function sharedCopy(values: Float64Array): Float64Array {
  const copy = new Float64Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
