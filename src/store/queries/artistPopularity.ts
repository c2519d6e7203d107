import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  source: z.string(),
  artist_id: z.string(),
  /** Points, 0–100. */
  popularity: z.number(),
});

export type ArtistPopularity = z.infer<typeof row>;

/** Mean popularity of an artist's songs in each source, latest date. */
export const artistPopularity: Query<ArtistPopularity> = {
  id: 'artist-popularity',
  question: 'How popular are the songs of each artist on average?',
  grain: 'One row per source and artist',
  row,
  sql: `
    SELECT m.source, credit.artist_id, avg(m.value) AS popularity
    FROM metric_snapshots m
    JOIN (
      SELECT source, max(observed_on) AS latest
      FROM metric_snapshots WHERE metric = 'popularity' GROUP BY source
    ) d ON d.source = m.source AND d.latest = m.observed_on
    JOIN song_artists credit ON credit.song_id = m.song_id
    WHERE m.metric = 'popularity'
    GROUP BY m.source, credit.artist_id
    ORDER BY m.source, credit.artist_id`,
};
