import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  source: z.string(),
  metric: z.string(),
  artist_id: z.string(),
  name: z.string(),
  items: z.number(),
  total: z.number(),
  mean: z.number(),
  deviation: z.number().nullable(),
  /** Mean natural logarithm of the values above zero: of plays, what a typical listener plays. */
  mean_log: z.number().nullable(),
});

export type ArtistMetric = z.infer<typeof row>;

/**
 * What each source says of each artist: `listens` are the plays of its users (`items` counts users); popularity, streams
 * and views are over the artist's songs (every artist named on a song counts it), popularity for artists with at least
 * $1 songs; a video that stands for several songs of an artist (the same channel, title and views) counts once; artist-level observations are as they are, but where a source gives its users' plays these are counted
 * instead. Latest date only.
 */
export const artistMetrics: Query<ArtistMetric> = {
  id: 'artist-metrics',
  question: 'How much is each artist played, heard, streamed and viewed?',
  grain: 'One row per source, metric and artist',
  row,
  sql: `
    SELECT o.source, o.metric, o.artist_id, ar.name, count(*) AS items, sum(o.value) AS total,
      avg(o.value) AS mean, stddev_samp(o.value) AS deviation,
      avg(ln(CASE WHEN o.value > 0 THEN o.value END)) AS mean_log
    FROM (
      SELECT source, 'listens' AS metric, artist_id, CAST(plays AS double precision) AS value
      FROM artist_listens
      UNION ALL
      SELECT m.source, m.metric, coalesce(m.artist_id, sa.artist_id), m.value
      FROM metric_snapshots m
      JOIN (
        SELECT source, metric, max(observed_on) AS latest
        FROM metric_snapshots
        GROUP BY source, metric
      ) d ON d.source = m.source AND d.metric = m.metric AND d.latest = m.observed_on
      LEFT JOIN song_artists sa ON sa.song_id = m.song_id
      WHERE (m.artist_id IS NOT NULL OR sa.artist_id IS NOT NULL)
        AND (m.metric NOT IN ('plays', 'listeners') OR m.source NOT IN (SELECT source FROM artist_listens))
      UNION ALL
      SELECT source, 'views', artist_id, views
      FROM (
        SELECT v.source, sa.artist_id, CAST(v.views AS double precision) AS views,
          row_number() OVER (
            PARTITION BY v.source, sa.artist_id, v.channel, v.title, v.views
            ORDER BY v.song_id
          ) AS copy
        FROM video_stats v
        JOIN (SELECT source, max(observed_on) AS latest FROM video_stats GROUP BY source) d
          ON d.source = v.source AND d.latest = v.observed_on
        JOIN song_artists sa ON sa.song_id = v.song_id
        WHERE v.views IS NOT NULL
      ) video
      WHERE copy = 1
    ) o
    JOIN artists ar ON ar.id = o.artist_id
    GROUP BY o.source, o.metric, o.artist_id, ar.name
    HAVING o.metric <> 'popularity' OR count(*) >= $1
    ORDER BY o.source, o.metric COLLATE "C", o.artist_id`,
};
