import type { MISSING_FIELDS } from '../../store/queries/missingValues.js';

export type MissingField = (typeof MISSING_FIELDS)[number];

/** Fields of a song as the report names them. */
export const FIELD_TITLES: Readonly<Record<MissingField, string>> = {
  artist: 'Artist',
  album: 'Album',
  album_type: 'Album type',
  release_date: 'Release date',
  duration: 'Duration',
  explicit: 'Explicit mark',
  markets: 'Number of markets',
  genre: 'Genre',
  audio_features: 'Audio features',
  popularity: 'Popularity',
  streams: 'Streams',
  views: 'Video views',
  likes: 'Video likes',
};
