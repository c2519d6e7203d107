import { z } from 'zod';
import type { Query } from '../query.js';

const number = z.number().nullable();

const row = z.object({
  song_id: z.string(),
  source: z.string(),
  views: number,
  likes: number,
  comments: number,
  licensed: z.boolean().nullable(),
  official: z.boolean().nullable(),
});

export type SongVideoRow = z.infer<typeof row>;

/** The videos of the songs of one page, the newest observation of each source last; values are the bounds `(after, last]`. */
export const songVideos: Query<SongVideoRow> = {
  id: 'song-videos',
  question: "How often was each song's video seen, liked and commented on?",
  grain: 'One row per song, source and day',
  sql: `
    SELECT song_id, source, views, likes, comments, licensed, official
    FROM video_stats
    WHERE song_id > $1 AND song_id <= $2
    ORDER BY song_id, observed_on, source`,
  row,
};
