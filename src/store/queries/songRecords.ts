import type { AlbumType, AudioFeatures, Metric, ReleaseDate } from '../../domain/draft.js';
import type { Asker } from '../query.js';
import { PACKED_AUDIO_COLUMNS, songCores, type SongCoreRow } from './songCores.js';
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
  const genres = new SongRows(await reader.ask(songGenres, bounds));
  const observations = new SongRows(await reader.ask(songObservations, bounds));
  const videos = new SongRows(await reader.ask(songVideos, bounds));
  const records: SongRecord[] = [];
  for (const core of cores) {
    // Two artists on one position give two rows; the first in the order of ids stands for the song.
    if (core.id === records.at(-1)?.id) continue;
    records.push({
      ...catalogueOf(core),
      audio: audioOf(core),
      genres: genresOf(genres.of(core.id)),
      observations: newestOf(observations.of(core.id)),
      video: videoOf(videos.of(core.id)),
    });
  }
  for (const rows of [genres, observations, videos]) rows.requireAllTaken();
  return records;
}

/** Rows in the order of their songs, to be taken in the same order. */
class SongRows<Row extends { readonly song_id: string }> {
  #next = 0;

  constructor(readonly rows: readonly Row[]) {}

  of(song: string): readonly Row[] {
    const start = this.#next;
    while (this.rows[this.#next]?.song_id === song) this.#next += 1;
    return this.rows.slice(start, this.#next);
  }

  requireAllTaken(): void {
    const left = this.rows[this.#next];
    if (left) throw new Error(`a row speaks of the song "${left.song_id}", which does not exist`);
  }
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
  const numbers = row.audio.split(',').map((text) => (text === '' ? null : Number(text)));
  if (numbers.every((value) => value === null)) return null;
  const at = (column: (typeof PACKED_AUDIO_COLUMNS)[number]): number | null =>
    numbers[PACKED_AUDIO_COLUMNS.indexOf(column)] ?? null;
  return {
    danceability: at('danceability'),
    energy: at('energy'),
    key: at('key'),
    loudnessDb: at('loudness_db'),
    mode: at('mode'),
    speechiness: at('speechiness'),
    acousticness: at('acousticness'),
    instrumentalness: at('instrumentalness'),
    liveness: at('liveness'),
    valence: at('valence'),
    tempoBpm: at('tempo_bpm'),
  };
}

/** The rows of a source come together. */
function genresOf(rows: readonly SongGenreRow[]): SongGenre[] {
  const genres: SongGenre[] = [];
  for (const { source, kind, name } of rows) {
    const last = genres.at(-1);
    const entry = last?.source === source ? last : { source, genre: null, subgenre: null };
    if (entry === last) genres.pop();
    genres.push({ ...entry, [kind]: name });
  }
  return genres;
}

/** The rows of a metric and source come together, oldest first, so the last of them is the newest. */
function newestOf(rows: readonly SongObservationRow[]): SongObservation[] {
  const newest: SongObservation[] = [];
  rows.forEach(({ metric, source, value }, index) => {
    const next = rows[index + 1];
    if (next?.metric !== metric || next.source !== source) newest.push({ metric, source, value });
  });
  return newest;
}

/** The newest observation comes last. */
function videoOf(rows: readonly SongVideoRow[]): SongVideo | null {
  const row = rows.at(-1);
  if (!row) return null;
  const { source, views, likes, comments, licensed, official } = row;
  return { source, views, likes, comments, licensed, official };
}
