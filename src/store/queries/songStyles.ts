import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  song_id: z.string(),
  kind: z.enum(['genre', 'subgenre']),
  name: z.string(),
});

export type SongStyleRow = z.infer<typeof row>;

/** Every genre and subgenre that the source $1 sees in a song, not only the first. */
export const songStyles: Query<SongStyleRow> = {
  id: 'song-styles',
  question: 'Which genres and subgenres does a source see in each song?',
  grain: 'One row per song and genre or subgenre',
  row,
  sql: `
    SELECT carried.song_id, t.kind, t.name
    FROM song_tags carried
    JOIN tags t ON t.id = carried.tag_id AND t.kind IN ('genre', 'subgenre')
    WHERE carried.source = $1
    ORDER BY carried.song_id, t.kind, t.name`,
};
