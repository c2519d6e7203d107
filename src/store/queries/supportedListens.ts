import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  user_id: z.string(),
  artist_id: z.string(),
  plays: z.number(),
});

export type SupportedListen = z.infer<typeof row>;

/**
 * Listens of the artists that have at least $2 listeners in the source $1, the $3 most heard of them: enough to
 * compare artists by who listens to them.
 */
export const supportedListens: Query<SupportedListen> = {
  id: 'supported-listens',
  question: 'Who listens to the artists that have enough listeners to be compared?',
  grain: 'One row per user and artist',
  row,
  sql: `
    SELECT l.user_id, l.artist_id, l.plays
    FROM artist_listens l
    JOIN (
      SELECT artist_id, row_number() OVER (ORDER BY count(*) DESC, artist_id) AS nth
      FROM artist_listens
      WHERE source = $1
      GROUP BY artist_id
      HAVING count(*) >= $2
    ) s ON s.artist_id = l.artist_id AND s.nth <= $3
    WHERE l.source = $1
    ORDER BY l.artist_id, l.user_id`,
};
