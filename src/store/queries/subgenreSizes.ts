import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  source: z.string(),
  genre: z.string(),
  subgenre: z.string(),
  songs: z.number(),
  popularity: z.number().nullable(),
});

export type SubgenreSize = z.infer<typeof row>;

/**
 * Songs and mean popularity of each subgenre, under the genre with which it shares most songs: the store keeps
 * genres and subgenres of a song, not which belongs to which.
 */
export const subgenreSizes: Query<SubgenreSize> = {
  id: 'subgenre-sizes',
  question: 'How many songs has each subgenre, and how popular are they?',
  grain: 'One row per source and subgenre',
  row,
  sql: `
    SELECT sizes.source, parents.genre, sizes.subgenre, sizes.songs, sizes.popularity
    FROM (
      SELECT st.source, st.tag_id, t.name AS subgenre, count(*) AS songs, avg(p.value) AS popularity
      FROM song_tags st
      JOIN tags t ON t.id = st.tag_id AND t.kind = 'subgenre'
      LEFT JOIN (
        SELECT song_id, source, value,
          row_number() OVER (PARTITION BY song_id, source ORDER BY observed_on DESC) AS nth
        FROM metric_snapshots
        WHERE metric = 'popularity' AND song_id IS NOT NULL
      ) p ON p.song_id = st.song_id AND p.source = st.source AND p.nth = 1
      GROUP BY st.source, st.tag_id, t.name
    ) sizes
    JOIN (
      SELECT sub.source, sub.tag_id, gt.name AS genre,
        row_number() OVER (
          PARTITION BY sub.source, sub.tag_id
          ORDER BY count(*) DESC, gt.name COLLATE "C"
        ) AS nth
      FROM song_tags sub
      JOIN tags t ON t.id = sub.tag_id AND t.kind = 'subgenre'
      JOIN song_tags g ON g.song_id = sub.song_id AND g.source = sub.source
      JOIN tags gt ON gt.id = g.tag_id AND gt.kind = 'genre'
      GROUP BY sub.source, sub.tag_id, gt.name
    ) parents ON parents.source = sizes.source AND parents.tag_id = sizes.tag_id AND parents.nth = 1
    ORDER BY sizes.source, parents.genre COLLATE "C", sizes.subgenre COLLATE "C"`,
};
