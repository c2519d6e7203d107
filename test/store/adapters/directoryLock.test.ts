import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../src/errors.js';
import {
  currentOwner,
  isStale,
  lockDirectory,
  processStart,
} from '../../../src/store/adapters/directoryLock.js';

let folder: string;
let store: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liner-lock-'));
  store = join(folder, 'store');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const refusal = (work: () => unknown): AppError => {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('it was not refused');
};

describe('lockDirectory', () => {
  it('refuses a second holder with the first one’s number, and lets go once', () => {
    const lock = lockDirectory(store);
    const error = refusal(() => lockDirectory(store));
    expect(error.code).toBe('locked');
    expect(error.message).toContain(`process ${process.pid}`);
    lock.release();
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
    lockDirectory(store).release();
  });

  it('recovers the lock of a process that is gone', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => child.once('exit', resolve));
    const dead = { ...currentOwner(), pid: child.pid ?? 0 };
    writeFileSync(`${store}.lock`, JSON.stringify(dead));
    const lock = lockDirectory(store);
    expect(JSON.parse(readFileSync(lock.path, 'utf8'))).toEqual(currentOwner());
    lock.release();
  });

  it.skipIf(processStart(process.pid) === null)(
    'recovers where the number went to another process',
    () => {
      writeFileSync(
        `${store}.lock`,
        JSON.stringify({ ...currentOwner(), processStart: 'another boot:1' }),
      );
      lockDirectory(store).release();
    },
  );

  it('recovers a torn lock', () => {
    writeFileSync(`${store}.lock`, '{"pid":');
    lockDirectory(store).release();
    writeFileSync(`${store}.lock`, '{"pid":"x"}');
    lockDirectory(store).release();
  });

  it('does not judge a holder on another machine', () => {
    const elsewhere = { pid: 1, host: `not-${hostname()}`, processStart: null };
    expect(isStale(elsewhere)).toBe(false);
    writeFileSync(`${store}.lock`, JSON.stringify(elsewhere));
    const error = refusal(() => lockDirectory(store));
    expect(error.message).toContain(`process 1 on not-${hostname()}`);
    expect(error.hint).toContain(`${store}.lock`);
  });

  it('takes a living process for alive even where its start is not known', () => {
    expect(isStale({ ...currentOwner(), processStart: null })).toBe(false);
  });

  it('tells no start of a process that does not exist', () => {
    expect(processStart(2 ** 30)).toBeNull();
  });

  it('leaves another one’s file alone when its own is gone', () => {
    const lock = lockDirectory(store);
    rmSync(lock.path);
    lock.release();
    expect(existsSync(lock.path)).toBe(false);
  });
});
