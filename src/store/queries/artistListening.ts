import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  source: z.string(),
  artist_id: z.string(),
  listeners: z.number(),
  plays: z.number(),
  /** Mean natural logarithm of the plays: its exponential is what a typical listener plays. */
  mean_log: z.number(),
});

export type ArtistListeningRow = z.infer<typeof row>;

export const artistListening: Query<ArtistListeningRow> = {
  id: 'artist-listening',
  question:
    'How many users of each source listened to each artist, and how many plays did they add up to?',
  grain: 'One row per source and artist',
  sql: `
    SELECT source, artist_id, count(*) AS listeners, sum(plays) AS plays,
      avg(ln(CAST(plays AS double precision))) AS mean_log
    FROM artist_listens
    GROUP BY source, artist_id
    ORDER BY source, artist_id`,
  row,
};
