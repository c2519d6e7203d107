import { z } from 'zod';
import type { Query } from '../query.js';
import { TABLES } from '../tables.js';

const row = z.object({ table_name: z.string(), rows: z.number() });

export type RowCount = z.infer<typeof row>;

const counts = TABLES.map(
  ({ name }, place) =>
    `SELECT ${place} AS place, '${name}' AS table_name, count(*) AS rows FROM ${name}`,
);

export const rowCountsQuery: Query<RowCount> = {
  id: 'row-counts',
  question: 'How many rows does each table have?',
  grain: 'One row per table, parents before children',
  row,
  sql: `
    SELECT table_name, rows
    FROM (${counts.join('\n    UNION ALL ')}) counted
    ORDER BY place`,
};
