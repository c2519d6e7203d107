import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  source: z.string(),
  user_id: z.string().nullable(),
  artist_id: z.string(),
  tag: z.string(),
  weight: z.number(),
});

export type SupportedTag = z.infer<typeof row>;

/**
 * Tags of the artists that have at least $1 listeners, the $2 most heard of them. Tags come with the user who gave
 * them where a source says so; where it gives only totals, the user is missing and the weight is the total.
 */
export const supportedTags: Query<SupportedTag> = {
  id: 'supported-tags',
  question: 'Which tags do users give the artists that have enough listeners to be compared?',
  grain: 'One row per source, user, artist and tag',
  row,
  sql: `
    SELECT x.source, x.user_id, x.artist_id, t.name AS tag, x.weight
    FROM (
      SELECT source, user_id, artist_id, tag_id, 1 AS weight
      FROM tag_assignments
      UNION ALL
      SELECT source, NULL AS user_id, artist_id, tag_id, weight
      FROM artist_tags
      WHERE source NOT IN (SELECT source FROM tag_assignments)
    ) x
    JOIN (
      SELECT source, artist_id,
        row_number() OVER (PARTITION BY source ORDER BY count(*) DESC, artist_id) AS nth
      FROM artist_listens
      GROUP BY source, artist_id
      HAVING count(*) >= $1
    ) s ON s.source = x.source AND s.artist_id = x.artist_id AND s.nth <= $2
    JOIN tags t ON t.id = x.tag_id
    ORDER BY x.source, x.artist_id, t.name COLLATE "C", x.user_id`,
};
