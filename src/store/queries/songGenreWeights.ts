import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  source: z.string(),
  song_id: z.string(),
  genre: z.string(),
  weight: z.number(),
});

export type SongGenreWeight = z.infer<typeof row>;

/** Every genre of every song in each source, the one with the largest weight first, ties in the order of match keys. */
export const songGenreWeights: Query<SongGenreWeight> = {
  id: 'song-genre-weights',
  question: 'Under which genres does each source list each song, and how often?',
  grain: 'One row per source, song and genre',
  row,
  sql: `
    SELECT st.source, st.song_id, t.name AS genre, st.weight
    FROM song_tags st
    JOIN tags t ON t.id = st.tag_id AND t.kind = 'genre'
    ORDER BY st.source, st.song_id, st.weight DESC, t.match_key`,
};
