import { createHash } from 'node:crypto';
import type { Db } from './db.js';
import { tableColumns } from './tableColumns.js';
import { TABLES } from './tables.js';

/**
 * A fingerprint of the data in a store: SHA-256 over the catalogue and the observations, row by row in the order of
 * their keys. How they came in (runs, ledger, dead letters, provenance) does not count, so the same data give the
 * same hash on both engines and on every machine.
 *
 * @returns 64 hexadecimal digits
 */
export async function contentHash(db: Db): Promise<string> {
  const hash = createHash('sha256');
  const columns = await tableColumns(db);
  for (const { name, part, key } of TABLES) {
    if (part === 'books') continue;
    const names = columns.get(name) ?? [];
    hash.update(`${name}(${names.join(',')})\n`);
    const order = key.map((column) => `${column} NULLS LAST`).join(', ');
    const query = `SELECT ${names.join(', ')} FROM ${name} ORDER BY ${order}`;
    for await (const lines of db.copyOut(query)) hash.update(lines);
  }
  return hash.digest('hex');
}
