import { availableParallelism } from 'node:os';
import type { ModelSpec } from '../modelSpec.js';
import type { ModelTable } from '../modelTable.js';
import { workOffFolds, type FoldJob } from './foldJob.js';
import { runFoldThreads, sharedCopy } from './foldThreads.js';
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
  else await runFoldThreads(job, threads);
  return predicted.slice();
}

/** Threads start from built files alone; tests and scripts that run the TypeScript itself do without. */
function isBuilt(): boolean {
  return import.meta.url.endsWith('.js');
}
