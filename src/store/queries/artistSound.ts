import { z } from 'zod';
import type { Query } from '../query.js';

const mean = z.number().nullable();

const row = z.object({
  artist_id: z.string(),
  danceability: mean,
  energy: mean,
  loudness_db: mean,
  speechiness: mean,
  acousticness: mean,
  instrumentalness: mean,
  liveness: mean,
  valence: mean,
  tempo_bpm: mean,
});

export type ArtistSound = z.infer<typeof row>;

/** Means over an artist's songs; every artist named on a song counts it. */
export const artistSound: Query<ArtistSound> = {
  id: 'artist-sound',
  question: 'How do the songs of each artist sound on average?',
  grain: 'One row per artist with audio features',
  row,
  sql: `
    SELECT credit.artist_id, avg(a.danceability) AS danceability, avg(a.energy) AS energy,
      avg(a.loudness_db) AS loudness_db, avg(a.speechiness) AS speechiness,
      avg(a.acousticness) AS acousticness, avg(a.instrumentalness) AS instrumentalness,
      avg(a.liveness) AS liveness, avg(a.valence) AS valence, avg(a.tempo_bpm) AS tempo_bpm
    FROM audio_features a
    JOIN song_artists credit ON credit.song_id = a.song_id
    GROUP BY credit.artist_id
    ORDER BY credit.artist_id`,
};
