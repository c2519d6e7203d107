import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { AppError, codeOf } from '../../errors.js';

/** Who holds a store: enough to tell a living holder from a process that took over a dead one's number. */
export interface LockOwner {
  readonly pid: number;
  readonly host: string;
  /** When the process started, as the system counts it; null where it does not say. */
  readonly processStart: string | null;
}

/** A held lock. */
export interface DirectoryLock {
  readonly path: string;
  /** Gives the lock back; calling it twice does nothing. */
  release(this: void): void;
}

/** The start of a process in clock ticks since boot, with the boot's id, from `/proc`; null where there is none. */
export function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The second field is the command in parentheses and may hold spaces: count from its end.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    return `${boot}:${fields[19] ?? ''}`;
  } catch {
    return null; // no /proc on this system, or no such process
  }
}

/** This process as an owner. */
export function currentOwner(): LockOwner {
  return { pid: process.pid, host: hostname(), processStart: processStart(process.pid) };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM'; // it exists, but belongs to somebody else
  }
}

/** Whether the holder is gone: its number is free, or another process has it now. */
export function isStale(holder: LockOwner, here: string = hostname()): boolean {
  if (holder.host !== here) return false; // its processes cannot be seen from here
  if (!isRunning(holder.pid)) return true;
  const now = processStart(holder.pid);
  return now !== null && holder.processStart !== null && now !== holder.processStart;
}

function parseOwner(text: string): LockOwner | null {
  try {
    const value = JSON.parse(text) as Partial<LockOwner>;
    if (typeof value.pid !== 'number' || typeof value.host !== 'string') return null;
    return { pid: value.pid, host: value.host, processStart: value.processStart ?? null };
  } catch {
    return null; // not one of our locks, or a torn one
  }
}

function readLock(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Creates the lock with its content in one step, so that nobody ever reads half of it; false where it exists. */
function createLock(path: string, text: string): boolean {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, text, { flag: 'wx' });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // Some file systems know no links: an exclusive creation is the next best.
    return createExclusively(path, text);
  } finally {
    unlinkSync(draft);
  }
}

function createExclusively(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Takes a stale lock away. It is renamed first and looked at again, so that of two processes that recover at the
 * same time neither can remove the other's fresh lock.
 */
function removeStale(path: string, seen: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return; // somebody else was faster
    throw error;
  }
  if (readFileSync(aside, 'utf8') !== seen) createExclusively(path, readFileSync(aside, 'utf8'));
  unlinkSync(aside);
}

function refuse(directory: string, path: string, holder: LockOwner): AppError {
  const where = holder.host === hostname() ? '' : ` on ${holder.host}`;
  return new AppError(
    'locked',
    `the store ${directory} must be used by one process at a time, and process ${holder.pid}${where} holds it`,
    `wait until it is done; if that process is gone for certain, remove ${path}`,
  );
}

/**
 * Takes the exclusive lock of a data folder: a file beside it, created only if absent, with the owner's process id
 * and start time. PGlite has no such lock, and two writers destroy each other's rows. A lock whose owner is gone
 * (killed, or its number given to another process) is recovered.
 *
 * @throws AppError `locked` where another process, or another opening in this one, holds the folder
 * @example
 * const lock = lockDirectory('data/store/public');
 * lock.release();
 */
export function lockDirectory(directory: string, owner: LockOwner = currentOwner()): DirectoryLock {
  const path = `${directory}.lock`;
  const text = `${JSON.stringify(owner)}\n`;
  mkdirSync(dirname(path), { recursive: true });
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (createLock(path, text)) return heldLock(path);
    const seen = readLock(path);
    if (seen === null) continue; // released between the two looks
    const holder = parseOwner(seen);
    if (holder && !isStale(holder)) throw refuse(directory, path, holder);
    removeStale(path, seen);
  }
  throw new AppError('locked', `the lock ${path} keeps changing hands`, 'try again');
}

function heldLock(path: string): DirectoryLock {
  let held = true;
  const release = (): void => {
    if (!held) return;
    held = false;
    process.removeListener('exit', release);
    try {
      unlinkSync(path);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  };
  process.once('exit', release);
  return { path, release };
}
