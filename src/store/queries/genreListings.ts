import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  source: z.string(),
  genre: z.string(),
  song: z.number(),
  artist: z.number().nullable(),
  released_year: z.number().nullable(),
  popularity: z.number().nullable(),
});

export type GenreListing = z.infer<typeof row>;

/**
 * Every song under every genre that a source gives it, with that source's own latest popularity. Songs and
 * first-named artists are numbered, because a million ids as text would not be needed for anything.
 */
export const genreListings: Query<GenreListing> = {
  id: 'genre-listings',
  question: 'Which genre is each song listed under, when was it released, and how popular is it?',
  grain: 'One row per source, genre and song',
  row,
  sql: `
    SELECT st.source, t.name AS genre,
      dense_rank() OVER (ORDER BY st.song_id) AS song,
      CASE WHEN a.artist_id IS NULL THEN NULL ELSE dense_rank() OVER (ORDER BY a.artist_id) END AS artist,
      CAST(extract(YEAR FROM coalesce(s.released_on, al.released_on)) AS integer) AS released_year,
      p.value AS popularity
    FROM song_tags st
    JOIN tags t ON t.id = st.tag_id AND t.kind = 'genre'
    JOIN songs s ON s.id = st.song_id
    LEFT JOIN albums al ON al.id = s.album_id
    LEFT JOIN (
      SELECT song_id, min(artist_id) AS artist_id
      FROM song_artists
      WHERE position = 1
      GROUP BY song_id
    ) a ON a.song_id = s.id
    LEFT JOIN (
      SELECT song_id, source, value,
        row_number() OVER (PARTITION BY song_id, source ORDER BY observed_on DESC) AS nth
      FROM metric_snapshots
      WHERE metric = 'popularity' AND song_id IS NOT NULL
    ) p ON p.song_id = s.id AND p.source = st.source AND p.nth = 1
    ORDER BY st.source, t.name COLLATE "C", st.song_id`,
};
