import type { AudioFeatures } from '../../domain/draft.js';

/** Names of the audio features in drafts and their columns, in the table's order. */
export const AUDIO_FIELDS: readonly (readonly [keyof AudioFeatures, string])[] = [
  ['danceability', 'danceability'],
  ['energy', 'energy'],
  ['key', 'key'],
  ['loudnessDb', 'loudness_db'],
  ['mode', 'mode'],
  ['speechiness', 'speechiness'],
  ['acousticness', 'acousticness'],
  ['instrumentalness', 'instrumentalness'],
  ['liveness', 'liveness'],
  ['valence', 'valence'],
  ['tempoBpm', 'tempo_bpm'],
];
