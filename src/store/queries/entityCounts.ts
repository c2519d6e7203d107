import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({ entity: z.string(), rows: z.number() });

/** How many artists, albums, songs, tags, listens and observations the store holds. */
export const entityCounts: Query<z.infer<typeof row>> = {
  id: 'entity-counts',
  question: 'How many rows of each kind are in the store?',
  grain: 'One row per kind of row',
  row,
  sql: `
    SELECT 'songs' AS entity, count(*) AS rows FROM songs
    UNION ALL SELECT 'artists', count(*) FROM artists
    UNION ALL SELECT 'albums', count(*) FROM albums
    UNION ALL SELECT 'genres', count(*) FROM tags WHERE kind = 'genre'
    UNION ALL SELECT 'tags', count(*) FROM tags WHERE kind = 'tag'
    UNION ALL SELECT 'tag assignments', count(*) FROM tag_assignments
    UNION ALL SELECT 'listening records', count(*) FROM artist_listens
    UNION ALL SELECT 'song and artist observations', count(*) FROM metric_snapshots
    UNION ALL SELECT 'videos', count(*) FROM video_stats
    UNION ALL SELECT 'playlists', count(*) FROM playlists
    ORDER BY 1`,
};
