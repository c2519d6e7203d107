import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  /** Null where the source gives totals only. */
  user_id: z.string().nullable(),
  artist_id: z.string(),
  tag: z.string(),
  weight: z.number(),
});

export type ArtistTaggingRow = z.infer<typeof row>;

/**
 * Tags of artists as the source $1 has them, with the user who gave each where it says so: of its listeners, or of $2 of
 * them, drawn by a hash of their number, where there are more.
 */
export const artistTaggings: Query<ArtistTaggingRow> = {
  id: 'artist-taggings',
  question: 'Which tags do users give the artists?',
  grain: 'One row per user, artist and tag',
  row,
  sql: `
    SELECT x.user_id, x.artist_id, t.name AS tag, x.weight
    FROM (
      SELECT a.user_id, a.artist_id, a.tag_id, 1 AS weight
      FROM tag_assignments a
      JOIN (
        SELECT user_id FROM artist_listens WHERE source = $1
        GROUP BY user_id ORDER BY md5(user_id), user_id LIMIT $2
      ) drawn ON drawn.user_id = a.user_id
      WHERE a.source = $1
      UNION ALL
      SELECT NULL AS user_id, artist_id, tag_id, weight
      FROM artist_tags
      WHERE source = $1 AND source NOT IN (SELECT source FROM tag_assignments)
    ) x
    JOIN tags t ON t.id = x.tag_id
    ORDER BY x.artist_id, t.name COLLATE "C", x.user_id`,
};
