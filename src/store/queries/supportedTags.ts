import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  user_id: z.string().nullable(),
  artist_id: z.string(),
  tag: z.string(),
  weight: z.number(),
});

export type SupportedTag = z.infer<typeof row>;

/**
 * Tags of the artists that have at least $2 listeners in the source $1, the $3 most heard of them, as that source has them.
 * Tags come with the user who gave
 * them where a source says so; where it gives only totals, the user is missing and the weight is the total.
 */
export const supportedTags: Query<SupportedTag> = {
  id: 'supported-tags',
  question: 'Which tags do users give the artists that have enough listeners to be compared?',
  grain: 'One row per user, artist and tag',
  row,
  sql: `
    SELECT x.user_id, x.artist_id, t.name AS tag, x.weight
    FROM (
      SELECT user_id, artist_id, tag_id, 1 AS weight
      FROM tag_assignments
      WHERE source = $1
      UNION ALL
      SELECT NULL AS user_id, artist_id, tag_id, weight
      FROM artist_tags
      WHERE source = $1 AND source NOT IN (SELECT source FROM tag_assignments)
    ) x
    JOIN (
      SELECT artist_id, row_number() OVER (ORDER BY count(*) DESC, artist_id) AS nth
      FROM artist_listens
      WHERE source = $1
      GROUP BY artist_id
      HAVING count(*) >= $2
    ) s ON s.artist_id = x.artist_id AND s.nth <= $3
    JOIN tags t ON t.id = x.tag_id
    ORDER BY x.artist_id, t.name COLLATE "C", x.user_id`,
};
