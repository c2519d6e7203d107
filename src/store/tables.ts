/** A table of the store, and the columns that identify its rows. */
export interface StoreTable {
  readonly name: string;
  /** - catalogue and observations: the data; - books: how they came in */
  readonly part: 'catalogue' | 'observations' | 'books';
  readonly key: readonly string[];
}

/** All tables but `schema_migrations`, parents before children. */
export const TABLES: readonly StoreTable[] = [
  { name: 'artists', part: 'catalogue', key: ['id'] },
  { name: 'artist_ids', part: 'catalogue', key: ['scheme', 'value'] },
  { name: 'albums', part: 'catalogue', key: ['id'] },
  { name: 'album_ids', part: 'catalogue', key: ['scheme', 'value'] },
  { name: 'songs', part: 'catalogue', key: ['id'] },
  { name: 'song_ids', part: 'catalogue', key: ['scheme', 'value'] },
  { name: 'song_artists', part: 'catalogue', key: ['song_id', 'artist_id'] },
  { name: 'tags', part: 'catalogue', key: ['id'] },
  { name: 'song_tags', part: 'catalogue', key: ['song_id', 'tag_id', 'source'] },
  { name: 'artist_tags', part: 'catalogue', key: ['artist_id', 'tag_id', 'source'] },
  { name: 'similar_artists', part: 'catalogue', key: ['artist_id', 'similar_id', 'source'] },
  { name: 'audio_features', part: 'catalogue', key: ['song_id'] },
  { name: 'playlists', part: 'catalogue', key: ['id'] },
  { name: 'playlist_songs', part: 'catalogue', key: ['playlist_id', 'song_id'] },
  {
    name: 'metric_snapshots',
    part: 'observations',
    key: ['song_id', 'artist_id', 'metric', 'source', 'observed_on'],
  },
  { name: 'video_stats', part: 'observations', key: ['song_id', 'source', 'observed_on'] },
  { name: 'artist_listens', part: 'observations', key: ['source', 'user_id', 'artist_id'] },
  {
    name: 'artist_listen_spellings',
    part: 'observations',
    key: ['source', 'user_id', 'artist_id', 'artist_ref'],
  },
  {
    name: 'tag_assignments',
    part: 'observations',
    key: ['source', 'user_id', 'artist_id', 'tag_id'],
  },
  { name: 'ingest_runs', part: 'books', key: ['id'] },
  { name: 'ledger', part: 'books', key: ['run_id', 'source', 'kind'] },
  { name: 'dead_letters', part: 'books', key: ['source', 'kind', 'origin', 'line', 'field'] },
  { name: 'provenance', part: 'books', key: ['entity', 'entity_id', 'source'] },
];
