import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  genre: z.string(),
  songs: z.number(),
  median_duration_ms: z.number().nullable(),
});

export const genreAggregates: Query<z.infer<typeof row>> = {
  id: 'genre-aggregates',
  question: 'How many songs carry each genre, in any source, and how long is the median one?',
  grain: 'One row per genre',
  sql: `
    SELECT t.name AS genre, count(*) AS songs,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY s.duration_ms) AS median_duration_ms
    FROM (SELECT DISTINCT song_id, tag_id FROM song_tags) carried
    JOIN tags t ON t.id = carried.tag_id AND t.kind = 'genre'
    JOIN songs s ON s.id = carried.song_id
    GROUP BY t.match_key, t.name
    ORDER BY t.match_key`,
  row,
};
