import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({ artist_id: z.string(), style: z.string(), songs: z.number() });

export type ArtistStyle = z.infer<typeof row>;

/** Genres and subgenres of an artist's songs, over all sources; a genre and a subgenre of one name stay apart. */
export const artistStyles: Query<ArtistStyle> = {
  id: 'artist-styles',
  question: 'Under which genres and subgenres do the songs of each artist stand?',
  grain: 'One row per artist and genre or subgenre',
  row,
  sql: `
    SELECT credit.artist_id, t.id AS style, count(*) AS songs
    FROM song_tags carried
    JOIN tags t ON t.id = carried.tag_id AND t.kind IN ('genre', 'subgenre')
    JOIN song_artists credit ON credit.song_id = carried.song_id
    GROUP BY credit.artist_id, t.id
    ORDER BY credit.artist_id, t.id`,
};
