import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  source: z.string(),
  metric: z.string(),
  artist_id: z.string(),
  name: z.string(),
  first_on: z.string(),
  last_on: z.string(),
  first_value: z.number(),
  last_value: z.number(),
  items: z.number(),
});

export type ArtistGrowth = z.infer<typeof row>;

/**
 * First and last observation of each artist where one source saw the same thing on two dates at least. Songs count
 * only where they were seen on both dates, so that a longer list does not look like growth. An observation is of a song
 * or of an artist; both sides are compared as one, since a join by OR takes time that grows with the square.
 */
export const artistGrowth: Query<ArtistGrowth> = {
  id: 'artist-growth',
  question: 'How did each artist change between the first and the last date that a source saw?',
  grain: 'One row per source, metric and artist seen on two dates',
  row,
  sql: `
    SELECT a.source, a.metric, ar.id AS artist_id, ar.name,
      CAST(d.first_on AS varchar(10)) AS first_on, CAST(d.last_on AS varchar(10)) AS last_on,
      sum(a.value) AS first_value, sum(b.value) AS last_value, count(*) AS items
    FROM (
      SELECT source, metric, min(observed_on) AS first_on, max(observed_on) AS last_on
      FROM metric_snapshots
      GROUP BY source, metric
      HAVING min(observed_on) < max(observed_on)
    ) d
    JOIN metric_snapshots a ON a.source = d.source AND a.metric = d.metric AND a.observed_on = d.first_on
    JOIN metric_snapshots b ON b.source = d.source AND b.metric = d.metric AND b.observed_on = d.last_on
      AND coalesce(b.song_id, '') = coalesce(a.song_id, '')
      AND coalesce(b.artist_id, '') = coalesce(a.artist_id, '')
    LEFT JOIN song_artists sa ON sa.song_id = a.song_id
    JOIN artists ar ON ar.id = coalesce(a.artist_id, sa.artist_id)
    GROUP BY a.source, a.metric, ar.id, ar.name, d.first_on, d.last_on
    ORDER BY a.source, a.metric COLLATE "C", ar.id`,
};
