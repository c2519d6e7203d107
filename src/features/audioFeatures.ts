import type { AudioFeatures } from '../domain/draft.js';
import type { Unit } from '../domain/unit.js';
import type { Feature } from './feature.js';

function audio(
  id: string,
  field: keyof AudioFeatures,
  title: string,
  meaning: string,
  unit: Unit = 'index',
): Feature {
  return {
    id,
    title,
    group: 'content',
    type: 'number',
    unit,
    meaning,
    missing: 'No source gives audio features of the song, or not this one.',
    knownAt: 'release',
    compute: (song) => song.audio?.[field] ?? null,
  };
}

/** What Spotify's analysis hears in the recording. */
export const audioFeatures: readonly Feature[] = [
  audio(
    'danceability',
    'danceability',
    'Danceability',
    'How suitable the song is for dancing, 0 to 1.',
  ),
  audio('energy', 'energy', 'Energy', 'How intense and active the song sounds, 0 to 1.'),
  audio(
    'key',
    'key',
    'Key',
    'Pitch class of the key, 0 (C) to 11 (B), −1 where none was heard.',
    'rank',
  ),
  audio('loudness', 'loudnessDb', 'Loudness', 'Mean loudness over the whole song.', 'decibels'),
  audio('mode', 'mode', 'Mode', '1 for major, 0 for minor.', 'rank'),
  audio(
    'speechiness',
    'speechiness',
    'Speechiness',
    'How much of the song is spoken words, 0 to 1.',
  ),
  audio(
    'acousticness',
    'acousticness',
    'Acousticness',
    'How sure the analysis is that the song is acoustic, 0 to 1.',
  ),
  audio(
    'instrumentalness',
    'instrumentalness',
    'Instrumentalness',
    'How sure the analysis is that the song has no vocals, 0 to 1.',
  ),
  audio(
    'liveness',
    'liveness',
    'Liveness',
    'How sure the analysis is that an audience was there, 0 to 1.',
  ),
  audio('valence', 'valence', 'Valence', 'How positive the song sounds, 0 (sad) to 1 (happy).'),
  audio('tempo', 'tempoBpm', 'Tempo', 'Estimated tempo.', 'beats-per-minute'),
];
