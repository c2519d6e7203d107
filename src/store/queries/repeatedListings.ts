import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  source: z.string(),
  songs: z.number(),
  under_several_genres: z.number(),
  largest: z.number(),
});

/** Songs that one source lists under more than one genre: a fact about playlists, not a mistake. */
export const repeatedListings: Query<z.infer<typeof row>> = {
  id: 'repeated-listings',
  question: 'How many songs does a source list under several genres?',
  grain: 'One row per source that names genres',
  row,
  sql: `
    SELECT g.source, count(*) AS songs,
      sum(CASE WHEN g.genres > 1 THEN 1 ELSE 0 END) AS under_several_genres,
      max(g.genres) AS largest
    FROM (
      SELECT st.source, st.song_id, count(*) AS genres
      FROM song_tags st
      JOIN tags t ON t.id = st.tag_id AND t.kind = 'genre'
      GROUP BY st.source, st.song_id
    ) g
    GROUP BY g.source
    ORDER BY g.source`,
};
