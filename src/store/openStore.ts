import type { Db } from './db.js';
import type { LockOwner } from './adapters/directoryLock.js';
import { migrate } from './migrate.js';
import { openPglite } from './adapters/pglite.js';
import { openPostgres } from './adapters/postgres.js';

/** Where a store is: in memory, in a folder, or on a server. */
export type StoreAddress =
  { readonly directory: string | null; readonly owner?: LockOwner } | { readonly url: string };

/**
 * Opens a store and brings it to the current schema.
 *
 * @throws AppError see {@link openPglite}, {@link openPostgres} and {@link migrate}
 * @example
 * const db = await openStore({ directory: null }); // in memory
 */
export async function openStore(address: StoreAddress): Promise<Db> {
  const db = 'url' in address ? await openPostgres(address.url) : await openFolder(address);
  try {
    await migrate(db);
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}

function openFolder(address: {
  readonly directory: string | null;
  readonly owner?: LockOwner;
}): Promise<Db> {
  return openPglite(address.directory, address.owner === undefined ? {} : { owner: address.owner });
}
