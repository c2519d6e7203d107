/**
 * In a process of its own: brings the tables that `ingestTask.mjs` wrote out into a new store by COPY, one statement a
 * table. Making the store and reading the files are not timed.
 *
 *     node copyTask.mjs DUMP_DIRECTORY STORE_DIRECTORY checked|unchecked
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openStore } from '../../dist/store/openStore.js';
import { rowCounts } from '../../dist/store/rowCounts.js';
import { tableColumns } from '../../dist/store/tableColumns.js';
import { TABLES } from '../../dist/store/tables.js';
import { printResult } from '../tools/taskResult.mjs';

/** Whole lines in pieces of a few megabytes, as a stream of COPY text comes. */
async function* pieces(text) {
  const size = 4 << 20;
  let start = 0;
  while (start < text.length) {
    const end = start + size >= text.length ? text.length : text.lastIndexOf(10, start + size) + 1;
    yield text.subarray(start, end);
    start = end;
  }
}

async function copy(dumps, directory, checked) {
  const texts = new Map();
  for (const { name } of TABLES) texts.set(name, await readFile(join(dumps, name)));
  const db = await openStore({ directory });
  try {
    const columns = await tableColumns(db);
    const started = performance.now();
    await db.transaction(async (transaction) => {
      if (!checked) await transaction.execute("SET LOCAL session_replication_role = 'replica'");
      for (const [name, text] of texts)
        await transaction.copyTextIn(name, columns.get(name), pieces(text));
    });
    const seconds = (performance.now() - started) / 1000;
    return { seconds, rows: Object.fromEntries(await rowCounts(db)) };
  } finally {
    await db.close();
  }
}

const [dumps, directory, foreignKeys] = process.argv.slice(2);
printResult(await copy(dumps, directory, foreignKeys === 'checked'));
