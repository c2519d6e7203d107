import type { CopyRow } from '../adapters/copyText.js';
import type { Db } from '../db.js';

/** Columns that the loader writes, table by table, parents before children. */
const COLUMNS = {
  artists: ['id', 'name', 'match_key'],
  artist_ids: ['scheme', 'value', 'artist_id'],
  tags: ['id', 'kind', 'name', 'match_key'],
  albums: [
    'id',
    'title',
    'match_key',
    'artist_id',
    'album_type',
    'released_on',
    'release_precision',
  ],
  album_ids: ['scheme', 'value', 'album_id'],
  songs: [
    'id',
    'title',
    'match_key',
    'work_key',
    'album_id',
    'album_type',
    'track_number',
    'released_on',
    'release_precision',
    'duration_ms',
    'explicit',
    'markets',
  ],
  song_ids: ['scheme', 'value', 'song_id'],
  song_artists: ['song_id', 'artist_id', 'position'],
  audio_features: [
    'song_id',
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
  ],
  playlists: ['id', 'name', 'source'],
  playlist_songs: ['playlist_id', 'song_id', 'tag_ids'],
  song_tags: ['song_id', 'tag_id', 'source', 'weight'],
  metric_snapshots: ['song_id', 'artist_id', 'metric', 'source', 'observed_on', 'value'],
  video_stats: [
    'song_id',
    'source',
    'observed_on',
    'title',
    'channel',
    'views',
    'likes',
    'comments',
    'licensed',
    'official',
  ],
  artist_listens: ['source', 'user_id', 'artist_id', 'artist_ref', 'plays'],
  artist_listen_spellings: ['source', 'user_id', 'artist_id', 'artist_ref', 'plays'],
  tag_assignments: ['source', 'user_id', 'artist_id', 'tag_id', 'assigned_on'],
  provenance: ['entity', 'entity_id', 'source', 'fields'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type WrittenTable = keyof typeof COLUMNS;

/** How many of a table's columns, from the first, are its key; tables that are only added to have none here. */
const KEY_LENGTHS: Partial<Readonly<Record<WrittenTable, number>>> = {
  artists: 1,
  albums: 1,
  songs: 1,
  audio_features: 1,
  playlist_songs: 2,
  song_tags: 3,
  artist_listens: 3,
  artist_listen_spellings: 4,
  provenance: 3,
};

/** Rows of one batch on their way into the store: new ones by COPY, changed ones by UPDATE. */
export class RowBuffer {
  readonly #inserts = new Map<WrittenTable, CopyRow[]>();
  readonly #updates = new Map<WrittenTable, CopyRow[]>();
  readonly #staged = new Set<WrittenTable>();
  readonly #written = new Map<string, number>();

  /** Rows added so far, by table. */
  get written(): ReadonlyMap<string, number> {
    return this.#written;
  }

  insert(table: WrittenTable, row: CopyRow): void {
    append(this.#inserts, table, row);
  }

  update(table: WrittenTable, row: CopyRow): void {
    append(this.#updates, table, row);
  }

  /** Writes everything and is empty afterwards. Must always be given the same transaction. */
  async flush(db: Db): Promise<void> {
    for (const [table, columns] of Object.entries(COLUMNS)) {
      const rows = this.#inserts.get(table as WrittenTable);
      if (!rows) continue;
      await db.copyIn(table, columns, rows);
      this.#written.set(table, (this.#written.get(table) ?? 0) + rows.length);
    }
    for (const [table, rows] of this.#updates) await this.#writeUpdates(db, table, rows);
    this.#inserts.clear();
    this.#updates.clear();
  }

  /** One UPDATE for all rows, through a temporary table that lives as long as the transaction. */
  async #writeUpdates(db: Db, table: WrittenTable, rows: readonly CopyRow[]): Promise<void> {
    const columns: readonly string[] = COLUMNS[table];
    const keys = columns.slice(0, KEY_LENGTHS[table]);
    const stage = `changed_${table}`;
    if (!this.#staged.has(table)) {
      await db.execute(
        `CREATE TEMP TABLE ${stage} ON COMMIT DROP AS SELECT ${columns.join(', ')} FROM ${table} WITH NO DATA`,
      );
      this.#staged.add(table);
    }
    await db.copyIn(stage, columns, rows);
    const values = columns.slice(keys.length).map((column) => `${column} = changed.${column}`);
    const match = keys.map((key) => `target.${key} = changed.${key}`);
    await db.execute(
      `UPDATE ${table} AS target SET ${values.join(', ')} FROM ${stage} AS changed WHERE ${match.join(' AND ')};
       DELETE FROM ${stage}`,
    );
  }
}

function append(rows: Map<WrittenTable, CopyRow[]>, table: WrittenTable, row: CopyRow): void {
  const list = rows.get(table);
  if (list) list.push(row);
  else rows.set(table, [row]);
}
