import { statfsSync } from 'node:fs';
import { AppError, codeOf, messageOf } from '../../errors.js';
import { storeError } from './storeError.js';

/** PostgreSQL writes its log in files of 16 MiB each, and needs room for the next one. */
const LEAST_FREE_BYTES = 16 * 1024 * 1024;

/** Classes of SQL errors that speak of the statement or its data, never of the engine's health. */
const ABOUT_STATEMENT = /^(?:0A|2[0-35-9]|3|4)[0-9A-Z]{3,4}$/;

/**
 * What the embedded engine threw, as {@link storeError} puts it. An engine that runs out of disk does not always say
 * so: it aborts (a trap of WebAssembly), refuses to start, or complains of a portal that its own abort left open.
 * Then the file system is asked.
 *
 * @param directory the store's folder; null in memory
 */
export function engineError(error: unknown, where: string, directory: string | null): unknown {
  const known = storeError(error, where);
  if (known instanceof AppError || directory === null) return known;
  if (ABOUT_STATEMENT.test(codeOf(error) ?? '') || freeBytes(directory) >= LEAST_FREE_BYTES) {
    return known;
  }
  return storeError(
    Object.assign(new Error(messageOf(error), { cause: error }), { code: 'ENOSPC' }),
    where,
  );
}

function freeBytes(directory: string): number {
  try {
    const { bavail, bsize } = statfsSync(directory);
    return bavail * bsize;
  } catch {
    return Infinity; // a file system that does not tell is not full
  }
}
