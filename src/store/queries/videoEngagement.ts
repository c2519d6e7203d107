import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  source: z.string(),
  artist_id: z.string(),
  views: z.number(),
  likes: z.number(),
});

export type VideoEngagement = z.infer<typeof row>;

/**
 * Views and likes of each song's video, with the song's first-named artist. A video that several songs share (the
 * same channel, title and views) counts once.
 */
export const videoEngagement: Query<VideoEngagement> = {
  id: 'video-engagement',
  question: 'How many views and likes has the video of each song?',
  grain: 'One row per source and video',
  row,
  sql: `
    SELECT source, artist_id, views, likes
    FROM (
      SELECT v.source, a.artist_id, v.views, v.likes, v.song_id,
        row_number() OVER (
          PARTITION BY v.source, v.channel, v.title, v.views
          ORDER BY v.observed_on DESC, v.song_id
        ) AS copy,
        row_number() OVER (PARTITION BY v.source, v.song_id ORDER BY v.observed_on DESC) AS nth
      FROM video_stats v
      JOIN (
        SELECT song_id, min(artist_id) AS artist_id FROM song_artists WHERE position = 1 GROUP BY song_id
      ) a ON a.song_id = v.song_id
      WHERE v.views > 0 AND v.likes > 0
    ) e
    WHERE copy = 1 AND nth = 1
    ORDER BY source, song_id`,
};
