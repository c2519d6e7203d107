import type { Presence } from './presence.js';
import type { AlbumEntity, ArtistEntity, SongEntity, Tracked } from './entities.js';
import { RowBuffer } from './rowBuffer.js';

/** Plays of an artist by a user under one of the artist's ids. */
export interface ListenPart extends Tracked {
  readonly ref: string;
  plays: number;
}

/** Plays of an artist by a user: the first part is the row itself, further ones are other spellings of the artist. */
export interface ListenEntity extends Tracked {
  readonly source: string;
  readonly userId: string;
  readonly artistId: string;
  readonly parts: ListenPart[];
}

/** Artists stay in memory from batch to batch up to this number; they come back more often than anything else. */
const MOST_ARTISTS = 100_000;

/**
 * What a batch works on: the entities it may touch, found by their keys, and the rows that are to be written.
 * Memory stays bounded, for songs, albums and listens are forgotten after each batch.
 */
export class WorkingSet {
  readonly artistsById = new Map<string, ArtistEntity>();
  readonly artistsByRef = new Map<string, ArtistEntity>();
  readonly artistsByKey = new Map<string, ArtistEntity>();
  /** Ids of artists of whom a batch needs nothing else, by ref. */
  readonly artistIdsByRef = new Map<string, string>();
  /** Artists that the next batch's end has to write. */
  readonly artistsToWrite = new Set<ArtistEntity>();
  readonly albumsById = new Map<string, AlbumEntity>();
  readonly albumsByRef = new Map<string, AlbumEntity>();
  readonly albumsByKey = new Map<string, AlbumEntity[]>();
  readonly songsById = new Map<string, SongEntity>();
  readonly songsByRef = new Map<string, SongEntity>();
  readonly songsByKey = new Map<string, SongEntity[]>();
  readonly playlistIds = new Set<string>();
  /** `source user artist`, joined with tabs. */
  readonly listens = new Map<string, ListenEntity>();
  /** `source user artist tag`, joined with tabs. */
  readonly taggings = new Set<string>();
  /** `artist metric source day`, joined with tabs. */
  readonly artistSnapshots = new Set<string>();
  readonly rows = new RowBuffer();
  /** Counts every row that is added or changed; a record after which it stands still has changed nothing. */
  changes = 0;

  constructor(
    readonly presence: Presence,
    readonly tagIds: Set<string>,
  ) {}

  /** Forgets what the next batch does not need; everything must have been written before. */
  endBatch(): void {
    this.artistsToWrite.clear();
    this.albumsById.clear();
    this.albumsByRef.clear();
    this.albumsByKey.clear();
    this.songsById.clear();
    this.songsByRef.clear();
    this.songsByKey.clear();
    this.playlistIds.clear();
    this.listens.clear();
    this.taggings.clear();
    this.artistSnapshots.clear();
    if (this.artistsById.size + this.artistIdsByRef.size <= MOST_ARTISTS) return;
    this.artistsById.clear();
    this.artistsByRef.clear();
    this.artistsByKey.clear();
    this.artistIdsByRef.clear();
  }

  /** The id of the artist that a source knows by an id of its own. */
  artistIdOf(ref: string): string | undefined {
    return this.artistsByRef.get(ref)?.id ?? this.artistIdsByRef.get(ref);
  }
}

/** Adds to a list in a map of lists. */
export function addTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [item]);
  else if (!list.includes(item)) list.push(item);
}
