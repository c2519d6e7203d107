import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({ album_id: z.string(), songs: z.number() });

export type AlbumAggregateRow = z.infer<typeof row>;

export const albumAggregates: Query<AlbumAggregateRow> = {
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
