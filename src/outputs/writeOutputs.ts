import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError, codeOf, messageOf } from '../errors.js';
import { bytesOf, sortedPaths, type OutputSet } from './outputSet.js';

/** What a run did to the files under the output root. */
export interface Written {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
}

/**
 * Writes the outputs that differ from what is there. Each file is written beside its place and renamed, so that
 * no reader ever sees half of it and a failure leaves the old one.
 *
 * @param root folder under which the paths of `set` stand; made where absent
 * @throws AppError `failed` where the disk is full or a place cannot be written
 */
export function writeOutputs(set: OutputSet, root: string): Written {
  const written: string[] = [];
  const unchanged: string[] = [];
  for (const path of sortedPaths(set)) {
    const content = bytesOf(set.get(path) ?? '');
    const target = join(root, path);
    if (isSame(target, content)) unchanged.push(path);
    else {
      writeAtomically(target, content);
      written.push(path);
    }
  }
  return { written, unchanged };
}

/**
 * Replaces a file in one step.
 *
 * @throws AppError `failed` with the path and the reason
 */
export function writeAtomically(target: string, content: Uint8Array): void {
  // The name must differ between processes that write the same file; it reaches no output.
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(temporary, content);
    renameSync(temporary, target);
  } catch (error) {
    removeQuietly(temporary);
    throw new AppError('failed', `cannot write ${target}: ${messageOf(error)}`, hintFor(error), {
      cause: error,
    });
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    return; // the reason why writing failed matters more, and is about to be told
  }
}

function hintFor(error: unknown): string {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return 'the disk is full: free some space, then run again';
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return 'the folder cannot be written: choose another with --out DIR';
  }
  return 'check the folder, or choose another with --out DIR';
}

/** Whether the file is there with exactly this content. */
export function isSame(path: string, content: Uint8Array): boolean {
  const present = readIfPresent(path);
  return present !== null && Buffer.compare(present, content) === 0;
}

/**
 * A file's bytes, or null where there is none.
 *
 * @throws AppError `failed` where it is there but cannot be read
 */
export function readIfPresent(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new AppError('failed', `cannot read ${path}: ${messageOf(error)}`, undefined, {
      cause: error,
    });
  }
}
