import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({ album_id: z.string(), songs: z.number() });

export const albumAggregates: Query<z.infer<typeof row>> = {
  id: 'album-aggregates',
  question: 'How many songs of each album are in the store?',
  grain: 'One row per album with songs',
  sql: `
    SELECT album_id, count(*) AS songs
    FROM songs
    WHERE album_id IS NOT NULL
    GROUP BY album_id
    ORDER BY album_id`,
  row,
};
