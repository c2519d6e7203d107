import { z } from 'zod';
import { ALBUM_TYPES } from '../../domain/draft.js';
import type { Query } from '../query.js';

const number = z.number().nullable();
const text = z.string().nullable();

const row = z.object({
  id: z.string(),
  title: z.string(),
  work_key: z.string(),
  artist_id: text,
  artist: text,
  artists: z.number(),
  album_id: text,
  album: text,
  album_type: z.enum(ALBUM_TYPES).nullable(),
  track_number: number,
  released_on: text,
  release_precision: z.enum(['year', 'month', 'day']).nullable(),
  duration_ms: number,
  explicit: z.boolean().nullable(),
  markets: number,
  playlists: z.number(),
  /** See {@link PACKED_AUDIO_COLUMNS}; empty texts are missing numbers. */
  audio: z.string(),
});

/** The order of the numbers in a row's `audio`. */
export const PACKED_AUDIO_COLUMNS = [
  'danceability',
  'energy',
  'key',
  'loudness_db',
  'mode',
  'speechiness',
  'acousticness',
  'instrumentalness',
  'liveness',
  'valence',
  'tempo_bpm',
] as const;

/** One text with commas instead of eleven columns: a million rows of numbers come out in two thirds of the time. */
const PACKED_AUDIO = PACKED_AUDIO_COLUMNS.map(
  (column) => `coalesce(CAST(audio.${column} AS varchar(30)), '')`,
).join(" || ',' || ");

export type SongCoreRow = z.infer<typeof row>;

/**
 * What the catalogue knows of the songs of one page; values are the bounds `(after, last]` of the page.
 * The first artist is the one with the lowest position; release date and album type are the song's own, else its
 * album's.
 */
export const songCores: Query<SongCoreRow> = {
  id: 'song-cores',
  question:
    'What does the catalogue know of each song: artist, album, date, duration, audio features?',
  grain: 'One row per song',
  sql: `
    SELECT s.id, s.title, s.work_key,
      credit.artist_id, artist.name AS artist, coalesce(credits.artists, 0) AS artists,
      s.album_id, album.title AS album, coalesce(s.album_type, album.album_type) AS album_type, s.track_number,
      CASE WHEN s.released_on IS NOT NULL THEN s.released_on ELSE album.released_on END AS released_on,
      CASE WHEN s.released_on IS NOT NULL THEN s.release_precision ELSE album.release_precision
        END AS release_precision,
      s.duration_ms, s.explicit, s.markets, coalesce(lists.playlists, 0) AS playlists,
      ${PACKED_AUDIO} AS audio
    FROM songs s
    LEFT JOIN (
      SELECT song_id, min(position) AS first_position, count(*) AS artists
      FROM song_artists WHERE song_id > $1 AND song_id <= $2 GROUP BY song_id
    ) credits ON credits.song_id = s.id
    LEFT JOIN song_artists credit ON credit.song_id = s.id AND credit.position = credits.first_position
    LEFT JOIN artists artist ON artist.id = credit.artist_id
    LEFT JOIN albums album ON album.id = s.album_id
    LEFT JOIN (
      SELECT song_id, count(*) AS playlists
      FROM playlist_songs WHERE song_id > $1 AND song_id <= $2 GROUP BY song_id
    ) lists ON lists.song_id = s.id
    LEFT JOIN audio_features audio ON audio.song_id = s.id
    WHERE s.id > $1 AND s.id <= $2
    ORDER BY s.id, credit.artist_id`,
  row,
};
