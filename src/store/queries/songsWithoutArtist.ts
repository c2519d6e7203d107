import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({ songs: z.number(), without_artist: z.number() });

/** Songs that no source gives an artist: they stay out of whatever needs one. */
export const songsWithoutArtist: Query<z.infer<typeof row>> = {
  id: 'songs-without-artist',
  question: 'How many songs have no artist?',
  grain: 'One row',
  row,
  sql: `
    SELECT count(*) AS songs,
      coalesce(sum(CASE WHEN a.song_id IS NULL THEN 1 ELSE 0 END), 0) AS without_artist
    FROM songs s
    LEFT JOIN (SELECT DISTINCT song_id FROM song_artists) a ON a.song_id = s.id
    ORDER BY 1`,
};
