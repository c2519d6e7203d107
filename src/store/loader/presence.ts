import type { Db } from '../db.js';
import { KeySet } from './keySet.js';

/** Lookups that can be spared where the table was empty when the run began. */
const LOOKUPS = {
  'artist-key': 'artists',
  'artist-ref': 'artist_ids',
  'album-key': 'albums',
  'album-ref': 'album_ids',
  'song-key': 'songs',
  'song-ref': 'song_ids',
  playlist: 'playlists',
  'listen-user': 'artist_listens',
  'tagging-user': 'tag_assignments',
} as const;

export type Lookup = keyof typeof LOOKUPS;

/**
 * Knows which keys can be in the store at all: where a table was empty at the start of a run, only keys that the run
 * itself wrote. It is never wrong about an absence, so a fresh store is filled without a single look-up in vain.
 */
export class Presence {
  private constructor(private readonly written: ReadonlyMap<Lookup, KeySet>) {}

  static async of(db: Db): Promise<Presence> {
    const written = new Map<Lookup, KeySet>();
    for (const [lookup, table] of Object.entries(LOOKUPS)) {
      const [row] = await db.query<{ filled: boolean }>(
        `SELECT EXISTS (SELECT 1 FROM ${table}) AS filled`,
      );
      if (row?.filled !== true) written.set(lookup as Lookup, new KeySet());
    }
    return new Presence(written);
  }

  /** Notes that a key is about to be written. */
  note(lookup: Lookup, key: string): void {
    this.written.get(lookup)?.add(key);
  }

  /** False only where the store certainly lacks the key. */
  mayHave(lookup: Lookup, key: string): boolean {
    return this.written.get(lookup)?.has(key) ?? true;
  }

  /** Of many keys those that the store may have, each once. */
  select(lookup: Lookup, keys: Iterable<string>): string[] {
    return [...new Set(keys)].filter((key) => this.mayHave(lookup, key));
  }
}
