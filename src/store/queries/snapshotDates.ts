import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  source: z.string(),
  metric: z.string(),
  dates: z.number(),
  observations: z.number(),
});

export type SnapshotDates = z.infer<typeof row>;

/** On how many dates each source saw each metric: growth needs two. */
export const snapshotDates: Query<SnapshotDates> = {
  id: 'snapshot-dates',
  question: 'On how many dates was each metric observed?',
  grain: 'One row per source and metric',
  row,
  sql: `
    SELECT source, metric, count(DISTINCT observed_on) AS dates, count(*) AS observations
    FROM metric_snapshots
    GROUP BY source, metric
    ORDER BY source, metric COLLATE "C"`,
};
