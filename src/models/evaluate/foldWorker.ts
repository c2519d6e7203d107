// What each thread of a cross-validation runs.
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../errors.js';
import { workOffFolds, type FoldJob } from './foldJob.js';

try {
  workOffFolds(workerData as FoldJob);
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  // Errors of other classes than JavaScript's own lose theirs on the way to another thread.
  const { code, message, hint } = error;
  parentPort?.postMessage({ code, message, hint });
}
