import { AppError } from '../errors.js';
import type { Db } from './db.js';
import { migrate } from './migrate.js';
import { rowCounts } from './rowCounts.js';
import { tableColumns } from './tableColumns.js';
import { TABLES } from './tables.js';

export interface ExportOptions {
  /** Whether the target's data may be replaced. */
  readonly replace?: boolean;
  /** Told after each table. */
  readonly onProgress?: (table: string, rows: number) => void;
}

async function clear(target: Db, replace: boolean): Promise<void> {
  const counts = await rowCounts(target);
  const filled = [...counts].filter(([, rows]) => rows > 0);
  if (filled.length === 0) return;
  if (!replace) {
    const what = filled.map(([table, rows]) => `${table} (${rows} rows)`).slice(0, 3);
    throw new AppError(
      'usage',
      `the target must be empty, but has ${what.join(', ')}`,
      'give --replace to throw its data away, or name another database',
    );
  }
  await target.execute(`TRUNCATE ${TABLES.map(({ name }) => name).join(', ')}`);
}

async function verify(
  target: Db,
  expected: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  const written = await rowCounts(target);
  for (const [table, rows] of expected) {
    if (written.get(table) === rows) continue;
    throw new AppError(
      'failed',
      `the table ${table} must arrive whole, but ${written.get(table) ?? 0} of ${rows} rows did`,
      'nothing was written; make sure that nobody writes to either store, and try again',
    );
  }
  return written;
}

/**
 * Copies a whole store into another one by COPY, table by table, in one transaction: all of it or nothing. The target
 * is brought to the current schema first.
 *
 * @returns the number of rows of each table
 * @throws AppError `usage` where the target holds data and `replace` is not set, `failed` where rows are missing
 * @example
 * await exportTo(await openStore({ directory }), await openStore({ url }), { replace: true });
 */
export async function exportTo(
  source: Db,
  target: Db,
  options: ExportOptions = {},
): Promise<ReadonlyMap<string, number>> {
  await migrate(target);
  const written = await target.transaction(async (transaction) => {
    await clear(transaction, options.replace === true);
    const expected = await rowCounts(source);
    const columns = await tableColumns(source);
    for (const { name } of TABLES) {
      const names = columns.get(name) ?? [];
      const lines = source.copyOut(
        `SELECT ${names.map((column) => `"${column}"`).join(', ')} FROM ${name}`,
      );
      await transaction.copyTextIn(name, names, lines);
      options.onProgress?.(name, expected.get(name) ?? 0);
    }
    return verify(transaction, expected);
  });
  await target.execute(`ANALYZE ${TABLES.map(({ name }) => name).join(', ')}`);
  return written;
}
