import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({ source: z.string(), listens: z.number(), users: z.number() });

/** Sources that give the plays of single users, most rows first. */
export const listenerSources: Query<z.infer<typeof row>> = {
  id: 'listener-sources',
  question: 'Which sources say who listens to whom?',
  grain: 'One row per source',
  row,
  sql: `
    SELECT source, count(*) AS listens, count(DISTINCT user_id) AS users
    FROM artist_listens
    GROUP BY source
    ORDER BY count(*) DESC, source`,
};
