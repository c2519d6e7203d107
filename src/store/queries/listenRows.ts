import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  user_id: z.string(),
  artist_id: z.string(),
  /** The artist's id in the source, as `scheme:value`. */
  artist_ref: z.string(),
  plays: z.number(),
});

export type ListenRow = z.infer<typeof row>;

/**
 * Listens as the source $1 has them: an artist that it knows under two ids counts once for each. At most $2 users, drawn
 * by a hash of their number where there are more.
 */
export const listenRows: Query<ListenRow> = {
  id: 'listen-rows',
  question: 'Which user played which artist how often, row by row of the source?',
  grain: 'One row per user and artist id of the source',
  row,
  sql: `
    SELECT x.user_id, x.artist_id, x.artist_ref, sum(x.plays) AS plays
    FROM (
      SELECT user_id, artist_id, artist_ref, plays FROM artist_listens WHERE source = $1
      UNION ALL
      SELECT l.user_id, l.artist_id, l.artist_ref, -s.plays
      FROM artist_listen_spellings s
      JOIN artist_listens l
        ON l.source = s.source AND l.user_id = s.user_id AND l.artist_id = s.artist_id
      WHERE s.source = $1
      UNION ALL
      SELECT user_id, artist_id, artist_ref, plays FROM artist_listen_spellings WHERE source = $1
    ) x
    JOIN (
      SELECT user_id FROM artist_listens WHERE source = $1
      GROUP BY user_id ORDER BY md5(user_id), user_id LIMIT $2
    ) drawn ON drawn.user_id = x.user_id
    GROUP BY x.user_id, x.artist_id, x.artist_ref
    ORDER BY x.user_id, x.artist_ref`,
};
