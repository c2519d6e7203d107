import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  artist_id: z.string(),
  listeners: z.number(),
  /** Mean natural logarithm of the plays. */
  mean_log: z.number(),
});

export type UpperHalfListening = z.infer<typeof row>;

/** Listeners and plays of each artist in the source $1, where only the more played half of each user's list counts. */
export const upperHalfListening: Query<UpperHalfListening> = {
  id: 'upper-half-listening',
  question: 'What would listening look like if the list of each user were cut to its upper half?',
  grain: 'One row per artist',
  row,
  sql: `
    SELECT artist_id, count(*) AS listeners, avg(ln(CAST(plays AS double precision))) AS mean_log
    FROM (
      SELECT artist_id, plays,
        row_number() OVER (PARTITION BY user_id ORDER BY plays DESC, artist_id) AS place,
        count(*) OVER (PARTITION BY user_id) AS listed
      FROM artist_listens
      WHERE source = $1
    ) ranked
    WHERE 2 * place <= listed AND plays > 0
    GROUP BY artist_id
    ORDER BY artist_id`,
};
