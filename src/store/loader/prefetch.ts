import type { DraftRecord, ExternalId } from '../../domain/draft.js';
import type { Db } from '../db.js';
import { compactKey, refOf } from './keys.js';
import { prefetchAlbums } from './prefetchAlbums.js';
import { prefetchArtistIds, prefetchArtists } from './prefetchArtists.js';
import { prefetchListens, prefetchTaggings } from './prefetchListens.js';
import { prefetchSongs } from './prefetchSongs.js';
import {
  prepareArtist,
  prepareTrack,
  type PreparedArtist,
  type PreparedTrack,
} from './preparedRecord.js';
import type { WorkingSet } from './workingSet.js';

/** A record with its keys; what has none of its own (listens, tag assignments) is looked up by its draft. */
export interface PreparedRecord {
  readonly record: DraftRecord;
  readonly track: PreparedTrack | null;
  readonly artist: PreparedArtist | null;
}

export function prepare(record: DraftRecord): PreparedRecord {
  const { draft } = record;
  return {
    record,
    track: draft.kind === 'track' ? prepareTrack(record, draft) : null,
    artist: draft.kind === 'artist' ? prepareArtist(draft.artist) : null,
  };
}

/** All keys by which a batch looks things up. */
class Wanted {
  readonly artistRefs = new Set<string>();
  readonly artistKeys = new Set<string>();
  readonly listenedRefs = new Set<string>();
  readonly albumRefs = new Set<string>();
  readonly albumKeys = new Set<string>();
  readonly songRefs = new Set<string>();
  readonly songKeys = new Set<string>();
  readonly playlists = new Set<string>();
  readonly listeners = new Map<string, Set<string>>();
  readonly taggers = new Map<string, Set<string>>();

  add({ record, track, artist }: PreparedRecord): void {
    const { draft, source } = record;
    if (track) this.#addTrack(track);
    if (artist) this.#addArtist(artist);
    if (draft.kind === 'listen') this.#addUser(this.listeners, source, draft.user, draft.artist);
    if (draft.kind === 'tag-assignment')
      this.#addUser(this.taggers, source, draft.user, draft.artist);
  }

  #addTrack(track: PreparedTrack): void {
    for (const ref of track.refs) this.songRefs.add(ref);
    if (track.key !== null) this.songKeys.add(track.key);
    for (const artist of track.artists) this.#addArtist(artist);
    if (track.playlistId !== null) this.playlists.add(track.playlistId);
    if (!track.album) return;
    for (const ref of track.album.refs) this.albumRefs.add(ref);
    this.albumKeys.add(track.album.key);
  }

  #addArtist(artist: PreparedArtist): void {
    for (const ref of artist.refs) this.artistRefs.add(ref);
    this.artistKeys.add(artist.key);
  }

  #addUser(
    users: Map<string, Set<string>>,
    source: string,
    user: string,
    artist: ExternalId,
  ): void {
    this.listenedRefs.add(refOf(artist));
    const known = users.get(source) ?? new Set<string>();
    users.set(source, known.add(compactKey(user)));
  }
}

/** Brings all that a batch may touch into the working set: a few queries, whatever the size of the batch. */
export async function prefetch(
  db: Db,
  set: WorkingSet,
  batch: readonly PreparedRecord[],
): Promise<void> {
  const wanted = new Wanted();
  for (const record of batch) wanted.add(record);
  await prefetchArtists(db, set, wanted.artistRefs, wanted.artistKeys);
  await prefetchArtistIds(db, set, wanted.listenedRefs);
  await prefetchAlbums(db, set, wanted.albumRefs, wanted.albumKeys);
  await prefetchSongs(db, set, wanted.songRefs, wanted.songKeys);
  await prefetchPlaylists(db, set, wanted.playlists);
  await prefetchListens(db, set, wanted.listeners);
  await prefetchTaggings(db, set, wanted.taggers);
  await prefetchArtistSnapshots(db, set, batch);
}

async function prefetchPlaylists(db: Db, set: WorkingSet, ids: Iterable<string>): Promise<void> {
  const known = set.presence.select('playlist', ids);
  if (known.length === 0) return;
  const rows = await db.query<{ id: string }>('SELECT id FROM playlists WHERE id = ANY($1)', [
    known,
  ]);
  for (const { id } of rows) set.playlistIds.add(id);
}

/** Only artists that are in the store and come with observations can have one already. */
async function prefetchArtistSnapshots(
  db: Db,
  set: WorkingSet,
  batch: readonly PreparedRecord[],
): Promise<void> {
  const ids = new Set<string>();
  for (const { record, artist } of batch) {
    if (!artist || record.draft.kind !== 'artist' || record.draft.observations.length === 0)
      continue;
    const byKey = set.artistsByKey.get(artist.key);
    const found = [byKey, ...artist.refs.map((ref) => set.artistsByRef.get(ref))];
    for (const entity of found) if (entity) ids.add(entity.id);
  }
  if (ids.size === 0) return;
  const rows = await db.query<{ id: string; metric: string; source: string; on: string }>(
    `SELECT artist_id AS id, metric, source, observed_on AS "on"
     FROM metric_snapshots WHERE artist_id = ANY($1)`,
    [[...ids]],
  );
  for (const row of rows) {
    set.artistSnapshots.add(`${row.id}\t${row.metric}\t${row.source}\t${row.on}`);
  }
}
