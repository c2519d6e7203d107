import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  source: z.string(),
  artist_id: z.string(),
  genre: z.string(),
  songs: z.number(),
});

export type ArtistGenre = z.infer<typeof row>;

/** The genre under which a source lists most songs of an artist; ties go to the genre that sorts first. */
export const artistGenres: Query<ArtistGenre> = {
  id: 'artist-genres',
  question: 'What is the main genre of each artist?',
  grain: 'One row per source and artist',
  row,
  sql: `
    SELECT source, artist_id, genre, songs
    FROM (
      SELECT st.source, a.artist_id, t.name AS genre, count(*) AS songs,
        row_number() OVER (
          PARTITION BY st.source, a.artist_id
          ORDER BY count(*) DESC, t.name COLLATE "C"
        ) AS nth
      FROM song_tags st
      JOIN tags t ON t.id = st.tag_id AND t.kind = 'genre'
      JOIN (
        SELECT song_id, min(artist_id) AS artist_id FROM song_artists WHERE position = 1 GROUP BY song_id
      ) a ON a.song_id = st.song_id
      GROUP BY st.source, a.artist_id, t.name
    ) g
    WHERE nth = 1
    ORDER BY source, artist_id`,
};
