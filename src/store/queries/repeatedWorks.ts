import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  songs: z.number(),
  works: z.number(),
  repeated_works: z.number(),
  songs_of_repeated_works: z.number(),
});

/**
 * How often one work (first-named artist and title without what stands in brackets or after a dash) is held under
 * several song ids: remasters, remixes, live versions, re-releases. Songs without an artist stay out.
 */
export const repeatedWorks: Query<z.infer<typeof row>> = {
  id: 'repeated-works',
  question: 'How many songs are versions of the same work?',
  grain: 'One row',
  row,
  sql: `
    SELECT
      coalesce(sum(w.songs), 0) AS songs,
      count(*) AS works,
      coalesce(sum(CASE WHEN w.songs > 1 THEN 1 ELSE 0 END), 0) AS repeated_works,
      coalesce(sum(CASE WHEN w.songs > 1 THEN w.songs ELSE 0 END), 0) AS songs_of_repeated_works
    FROM (
      SELECT a.artist_id, s.work_key, count(*) AS songs
      FROM songs s
      JOIN (
        SELECT song_id, min(artist_id) AS artist_id FROM song_artists WHERE position = 1 GROUP BY song_id
      ) a ON a.song_id = s.id
      GROUP BY a.artist_id, s.work_key
    ) w
    ORDER BY 1`,
};
