import type { AudioFeatures } from '../../domain/draft.js';
import { trackColumns as column } from './trackColumns.js';

/** Spotify's audio features under their usual column names; spread into the schema of a kind. */
export const audioColumns = {
  danceability: column.share,
  energy: column.share,
  key: column.key,
  loudness: column.loudnessDb,
  mode: column.mode,
  speechiness: column.share,
  acousticness: column.share,
  instrumentalness: column.share,
  liveness: column.share,
  valence: column.share,
  tempo: column.tempoBpm,
} as const;

/** Fields that {@link audioColumns} gives. */
type AudioFields = { readonly [name in keyof typeof audioColumns]: number | null };

/** The audio features of a record, or null where none of them is known. */
export function audioFrom(fields: AudioFields): AudioFeatures | null {
  const audio = {
    danceability: fields.danceability,
    energy: fields.energy,
    key: fields.key,
    loudnessDb: fields.loudness,
    mode: fields.mode,
    speechiness: fields.speechiness,
    acousticness: fields.acousticness,
    instrumentalness: fields.instrumentalness,
    liveness: fields.liveness,
    valence: fields.valence,
    tempoBpm: fields.tempo,
  };
  return Object.values(audio).some((value) => value !== null) ? audio : null;
}
