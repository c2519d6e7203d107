import { z } from 'zod';
import type { Query } from '../query.js';

const row = z.object({ playlist_id: z.string(), artist_id: z.string() });

export type ArtistPlaylist = z.infer<typeof row>;

/** Of at most $1 playlists, drawn by a hash of their id where there are more. */
export const artistPlaylists: Query<ArtistPlaylist> = {
  id: 'artist-playlists',
  question: 'Which artists stand on which playlists?',
  grain: 'One row per playlist and artist',
  row,
  sql: `
    SELECT DISTINCT entry.playlist_id, credit.artist_id
    FROM playlist_songs entry
    JOIN (SELECT id FROM playlists ORDER BY md5(id), id LIMIT $1) drawn ON drawn.id = entry.playlist_id
    JOIN song_artists credit ON credit.song_id = entry.song_id
    ORDER BY entry.playlist_id, credit.artist_id`,
};
