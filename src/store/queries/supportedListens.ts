import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  source: z.string(),
  user_id: z.string(),
  artist_id: z.string(),
  name: z.string(),
  listeners: z.number(),
  plays: z.number(),
});

export type SupportedListen = z.infer<typeof row>;

/**
 * Listens of the artists that have at least $1 listeners in a source, the $2 most heard of them: enough to compare
 * artists by who listens to them.
 */
export const supportedListens: Query<SupportedListen> = {
  id: 'supported-listens',
  question: 'Who listens to the artists that have enough listeners to be compared?',
  grain: 'One row per source, user and artist',
  row,
  sql: `
    SELECT l.source, l.user_id, l.artist_id, ar.name, s.listeners, l.plays
    FROM artist_listens l
    JOIN (
      SELECT source, artist_id, count(*) AS listeners,
        row_number() OVER (PARTITION BY source ORDER BY count(*) DESC, artist_id) AS nth
      FROM artist_listens
      GROUP BY source, artist_id
      HAVING count(*) >= $1
    ) s ON s.source = l.source AND s.artist_id = l.artist_id AND s.nth <= $2
    JOIN artists ar ON ar.id = l.artist_id
    ORDER BY l.source, l.artist_id, l.user_id`,
};
