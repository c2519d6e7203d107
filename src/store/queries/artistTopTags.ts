import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  source: z.string(),
  artist_id: z.string(),
  tag: z.string(),
  weight: z.number(),
});

export type ArtistTopTag = z.infer<typeof row>;

/** The tag that most users gave an artist; ties go to the tag that sorts first. */
export const artistTopTags: Query<ArtistTopTag> = {
  id: 'artist-top-tags',
  question: 'Which tag do users give each artist most often?',
  grain: 'One row per source and tagged artist',
  row,
  sql: `
    SELECT source, artist_id, tag, weight
    FROM (
      SELECT ranked.source, ranked.artist_id, t.name AS tag, ranked.weight,
        row_number() OVER (
          PARTITION BY ranked.source, ranked.artist_id
          ORDER BY ranked.weight DESC, t.match_key
        ) AS nth
      FROM artist_tags ranked
      JOIN tags t ON t.id = ranked.tag_id
    ) placed
    WHERE nth = 1
    ORDER BY source, artist_id`,
};
