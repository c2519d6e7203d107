import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.js';
import { writeAtomically } from '../outputs/writeOutputs.js';
import type { Input } from '../sources/source.js';
import { contentHash } from '../store/contentHash.js';
import type { Db } from '../store/db.js';
import { lockDirectory } from '../store/adapters/directoryLock.js';
import { openStore } from '../store/openStore.js';
import { codeHash } from './codeHash.js';
import { ingestInputs } from './ingestInputs.js';

/** Sources whose code decides what a store holds. */
const LOADING_CODE = ['domain', 'sources', 'transform', 'store'];

/** The user's own store: the embedded one, or the server of `DATABASE_URL`. */
export function openUserStore(config: Config): Promise<Db> {
  return config.databaseUrl === null
    ? openStore({ directory: join(config.storeDir, 'main') })
    : openStore({ url: config.databaseUrl });
}

/**
 * The content of inputs that are read as a whole: what a public or sample report is about. It does not name the
 * machine, the folder or the day.
 */
export function inputsHash(inputs: readonly Input[]): string {
  const lines = inputs.map((input) => `${input.source.id} ${input.sha256}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

/** Hash of what the user's store holds; the books of its runs do not enter. */
export function userContentHash(db: Db): Promise<string> {
  return contentHash(db);
}

/**
 * Opens the store of the public or sample dataset and fills it where it does not hold exactly these inputs, loaded by
 * this code. It is a cache: deleting it costs only time.
 */
export async function openDatasetStore(
  directory: string,
  inputs: readonly Input[],
  options: {
    readonly force: boolean;
    now(): Date;
    readonly onProgress?: (input: Input, records: number) => void;
  },
): Promise<Db> {
  // The key lies in the store's own folder: a store that was deleted takes it along.
  const keyPath = join(directory, 'liner.key');
  const key = `${inputsHash(inputs)} ${codeHash(LOADING_CODE)}\n`;
  const present = await readFile(keyPath, 'utf8').catch(() => null);
  if (present === key && !options.force) return openStore({ directory });
  return fillStore(directory, keyPath, key, inputs, options);
}

async function fillStore(
  directory: string,
  keyPath: string,
  key: string,
  inputs: readonly Input[],
  options: { now(): Date; readonly onProgress?: (input: Input, records: number) => void },
): Promise<Db> {
  const db = await openEmptyStore(directory, keyPath);
  try {
    await ingestInputs(db, inputs, options);
    writeAtomically(keyPath, Buffer.from(key));
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** The key goes first: a store without one is filled again, so a killed run leaves nothing that looks whole. */
async function openEmptyStore(directory: string, keyPath: string): Promise<Db> {
  const lock = lockDirectory(directory);
  try {
    await rm(keyPath, { force: true });
    await rm(directory, { recursive: true, force: true });
  } finally {
    lock.release();
  }
  return openStore({ directory });
}
