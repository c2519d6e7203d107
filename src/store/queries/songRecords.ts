import type { AlbumType, AudioFeatures, Metric, ReleaseDate } from '../../domain/draft.js';
import type { Asker } from '../query.js';
import { songCores, type SongCoreRow } from './songCores.js';
import { songGenres, type SongGenreRow } from './songGenres.js';
import { songObservations, type SongObservationRow } from './songObservations.js';
import { songPages } from './songPages.js';
import { songVideos, type SongVideoRow } from './songVideos.js';

/** The leading genre and subgenre of a song in one source. */
export interface SongGenre {
  readonly source: string;
  readonly genre: string | null;
  readonly subgenre: string | null;
}

/** The newest value of a metric that one source saw. */
export interface SongObservation {
  readonly metric: Metric;
  readonly source: string;
  readonly value: number;
}

/** The newest figures of a song's video. */
export interface SongVideo {
  readonly source: string;
  readonly views: number | null;
  readonly likes: number | null;
  readonly comments: number | null;
  readonly licensed: boolean | null;
  readonly official: boolean | null;
}

/** Everything the store knows of one song, put together: one per song. */
export interface SongRecord {
  readonly id: string;
  readonly title: string;
  /** Versions of one work by one artist share it; without an artist it is the title's alone. */
  readonly workKey: string;
  /** The artist named first; null where the source names none. */
  readonly artistId: string | null;
  readonly artist: string | null;
  readonly artistCount: number;
  readonly albumId: string | null;
  readonly album: string | null;
  readonly albumType: AlbumType | null;
  readonly trackNumber: number | null;
  readonly released: ReleaseDate | null;
  readonly durationMs: number | null;
  readonly explicit: boolean | null;
  readonly markets: number | null;
  readonly playlists: number;
  readonly audio: AudioFeatures | null;
  /** In the code unit order of their sources. */
  readonly genres: readonly SongGenre[];
  readonly observations: readonly SongObservation[];
  readonly video: SongVideo | null;
}

/** Queries that {@link readSongRecords} asks; findings over the feature table name them as their source. */
export const SONG_RECORD_QUERIES: readonly string[] = [
  songCores.id,
  songGenres.id,
  songObservations.id,
  songVideos.id,
];

/**
 * Reads all songs in the order of their ids, a page at a time, so that a million songs pass through bounded memory.
 *
 * @param pageSize songs per page
 * @example
 * for await (const page of readSongRecords(reader)) for (const song of page) console.log(song.title);
 */
export async function* readSongRecords(
  reader: Asker,
  pageSize = 10_000,
): AsyncGenerator<readonly SongRecord[]> {
  let after = '';
  for (;;) {
    const [page] = await reader.ask(songPages, [after, pageSize]);
    if (!page || page.last === null) return;
    yield await readPage(reader, [after, page.last]);
    after = page.last;
  }
}

async function readPage(reader: Asker, bounds: readonly [string, string]): Promise<SongRecord[]> {
  const cores = await reader.ask(songCores, bounds);
  const genres = bySong(await reader.ask(songGenres, bounds));
  const observations = bySong(await reader.ask(songObservations, bounds));
  const videos = bySong(await reader.ask(songVideos, bounds));
  const seen = new Set<string>();
  const records: SongRecord[] = [];
  for (const core of cores) {
    // Two artists on one position give two rows; the first in the order of ids stands for the song.
    if (seen.has(core.id)) continue;
    seen.add(core.id);
    records.push({
      ...catalogueOf(core),
      audio: audioOf(core),
      genres: genresOf(genres.get(core.id) ?? []),
      observations: newestOf(observations.get(core.id) ?? []),
      video: videoOf(videos.get(core.id) ?? []),
    });
  }
  return records;
}

function bySong<Row extends { readonly song_id: string }>(
  rows: readonly Row[],
): Map<string, Row[]> {
  const map = new Map<string, Row[]>();
  for (const row of rows) {
    const list = map.get(row.song_id);
    if (list) list.push(row);
    else map.set(row.song_id, [row]);
  }
  return map;
}

function catalogueOf(
  row: SongCoreRow,
): Omit<SongRecord, 'audio' | 'genres' | 'observations' | 'video'> {
  return {
    id: row.id,
    title: row.title,
    workKey: row.work_key,
    artistId: row.artist_id,
    artist: row.artist,
    artistCount: row.artists,
    albumId: row.album_id,
    album: row.album,
    albumType: row.album_type,
    trackNumber: row.track_number,
    released:
      row.released_on === null || row.release_precision === null
        ? null
        : { on: row.released_on, precision: row.release_precision },
    durationMs: row.duration_ms,
    explicit: row.explicit,
    markets: row.markets,
    playlists: row.playlists,
  };
}

function audioOf(row: SongCoreRow): AudioFeatures | null {
  const audio: AudioFeatures = {
    danceability: row.danceability,
    energy: row.energy,
    key: row.key,
    loudnessDb: row.loudness_db,
    mode: row.mode,
    speechiness: row.speechiness,
    acousticness: row.acousticness,
    instrumentalness: row.instrumentalness,
    liveness: row.liveness,
    valence: row.valence,
    tempoBpm: row.tempo_bpm,
  };
  return Object.values(audio).every((value) => value === null) ? null : audio;
}

function genresOf(rows: readonly SongGenreRow[]): SongGenre[] {
  const bySource = new Map<
    string,
    { source: string; genre: string | null; subgenre: string | null }
  >();
  for (const row of rows) {
    const entry = bySource.get(row.source) ?? { source: row.source, genre: null, subgenre: null };
    entry[row.kind] = row.name;
    bySource.set(row.source, entry);
  }
  return [...bySource.values()];
}

/** The rows come oldest first, so the last of a metric and source is the newest. */
function newestOf(rows: readonly SongObservationRow[]): SongObservation[] {
  const newest = new Map<string, SongObservation>();
  for (const { metric, source, value } of rows)
    newest.set(`${metric} ${source}`, { metric, source, value });
  return [...newest.values()];
}

function videoOf(rows: readonly SongVideoRow[]): SongVideo | null {
  const row = rows.at(-1);
  if (!row) return null;
  const { source, views, likes, comments, licensed, official } = row;
  return { source, views, likes, comments, licensed, official };
}
