import type { Db } from './db.js';

/** The columns of every table of the store, in the order of their definition. */
export async function tableColumns(db: Db): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.query<{ table_name: string; column_name: string }>(
    `SELECT c.relname AS table_name, a.attname AS column_name
     FROM pg_attribute a
     JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relkind = 'r' AND pg_table_is_visible(c.oid) AND a.attnum > 0 AND NOT a.attisdropped
       AND c.relnamespace = CAST(current_schema() AS regnamespace)
     ORDER BY c.relname, a.attnum`,
  );
  const columns = new Map<string, string[]>();
  for (const { table_name: table, column_name: column } of rows) {
    const known = columns.get(table);
    if (known) known.push(column);
    else columns.set(table, [column]);
  }
  return columns;
}
