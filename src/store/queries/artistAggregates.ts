import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({
  artist_id: z.string(),
  songs: z.number(),
  albums: z.number(),
  tags: z.number(),
});

export const artistAggregates: Query<z.infer<typeof row>> = {
  id: 'artist-aggregates',
  question: 'How many songs, albums and different tags does each artist have in the store?',
  grain: 'One row per artist',
  sql: `
    SELECT a.id AS artist_id, coalesce(made.songs, 0) AS songs, coalesce(made.albums, 0) AS albums,
      coalesce(tagged.tags, 0) AS tags
    FROM artists a
    LEFT JOIN (
      SELECT credit.artist_id, count(*) AS songs, count(DISTINCT song.album_id) AS albums
      FROM song_artists credit
      JOIN songs song ON song.id = credit.song_id
      GROUP BY credit.artist_id
    ) made ON made.artist_id = a.id
    LEFT JOIN (
      SELECT artist_id, count(DISTINCT tag_id) AS tags FROM artist_tags GROUP BY artist_id
    ) tagged ON tagged.artist_id = a.id
    ORDER BY a.id`,
  row,
};
