import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  song_id: z.string(),
  source: z.string(),
  kind: z.enum(['genre', 'subgenre']),
  name: z.string(),
});

export type SongGenreRow = z.infer<typeof row>;

/**
 * The genre and the subgenre of the songs of one page with the largest weight in each source, ties to the first in the
 * order of match keys; values are the bounds `(after, last]` of the page.
 */
export const songGenres: Query<SongGenreRow> = {
  id: 'song-genres',
  question: 'Which genre and subgenre does each source see first in each song?',
  grain: 'One row per song, source and kind',
  sql: `
    SELECT song_id, source, kind, name
    FROM (
      SELECT carried.song_id, carried.source, t.kind, t.name,
        row_number() OVER (
          PARTITION BY carried.song_id, carried.source, t.kind
          ORDER BY carried.weight DESC, t.match_key
        ) AS place
      FROM song_tags carried
      JOIN tags t ON t.id = carried.tag_id AND t.kind IN ('genre', 'subgenre')
      WHERE carried.song_id > $1 AND carried.song_id <= $2
    ) ranked
    WHERE place = 1
    ORDER BY song_id, source, kind`,
  row,
};
