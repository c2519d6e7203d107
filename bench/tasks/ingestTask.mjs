/**
 * In a process of its own: loads files into a new store as `liner ingest` does, then writes out each table as COPY text.
 * Making the store and writing the tables out are not timed.
 *
 *     node ingestTask.mjs PATH STORE_DIRECTORY DUMP_DIRECTORY
 */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ingestInputs } from '../../dist/pipeline/ingestInputs.js';
import { openInputs } from '../../dist/sources/index.js';
import { openStore } from '../../dist/store/openStore.js';
import { rowCounts } from '../../dist/store/rowCounts.js';
import { tableColumns } from '../../dist/store/tableColumns.js';
import { TABLES } from '../../dist/store/tables.js';
import { printResult } from '../tools/taskResult.mjs';

async function dump(db, path, table, columns) {
  const file = await open(path, 'w');
  try {
    const names = columns.map((column) => `"${column}"`).join(', ');
    for await (const chunk of db.copyOut(`SELECT ${names} FROM ${table}`)) await file.write(chunk);
  } finally {
    await file.close();
  }
}

async function ingest(path, directory, dumps) {
  const db = await openStore({ directory });
  try {
    const started = performance.now();
    const inputs = (await openInputs([path])).filter((input) => input.mapping === undefined);
    const done = await ingestInputs(db, inputs, { now: () => new Date(0) });
    const seconds = (performance.now() - started) / 1000;
    const columns = await tableColumns(db);
    for (const { name } of TABLES) await dump(db, join(dumps, name), name, columns.get(name));
    const rows = Object.fromEntries(await rowCounts(db));
    const records = done
      .flatMap(({ ledger }) => ledger)
      .reduce((sum, entry) => sum + entry.read, 0);
    return { seconds, records, rows };
  } finally {
    await db.close();
  }
}

const [path, directory, dumps] = process.argv.slice(2);
printResult(await ingest(path, directory, dumps));
