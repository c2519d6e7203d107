/**
 * What transform makes of a raw record: clean, typed, in standard units, but not yet identified with what the
 * store holds. The loader resolves identity (ids first, then the normalised name) and writes.
 */

export type DatePrecision = 'year' | 'month' | 'day';

/** A release date as precise as the source gave it; `on` is the first day of a year or month. */
export interface ReleaseDate {
  readonly on: string;
  readonly precision: DatePrecision;
}

/** An id in somebody's scheme: `{ scheme: 'spotify', value: '6f807x0…' }`. */
export interface ExternalId {
  readonly scheme:
    'spotify' | 'isrc' | 'musicbrainz' | 'lastfm-2k' | 'youtube' | 'table' | 'sample';
  readonly value: string;
}

export interface ArtistDraft {
  readonly name: string;
  /** See `transform/normaliseName`: equal keys are the same artist. */
  readonly matchKey: string;
  readonly ids: readonly ExternalId[];
}

export const ALBUM_TYPES = ['album', 'single', 'compilation'] as const;
export type AlbumType = (typeof ALBUM_TYPES)[number];

export interface AlbumDraft {
  readonly title: string;
  readonly matchKey: string;
  readonly ids: readonly ExternalId[];
  readonly type: AlbumType | null;
  readonly released: ReleaseDate | null;
}

/** Spotify's audio features; loudness in dB, tempo in beats per minute, the rest 0–1 but key and mode. */
export interface AudioFeatures {
  readonly danceability: number | null;
  readonly energy: number | null;
  readonly key: number | null;
  readonly loudnessDb: number | null;
  readonly mode: number | null;
  readonly speechiness: number | null;
  readonly acousticness: number | null;
  readonly instrumentalness: number | null;
  readonly liveness: number | null;
  readonly valence: number | null;
  readonly tempoBpm: number | null;
}

export interface VideoDraft {
  readonly title: string | null;
  readonly channel: string | null;
  readonly views: number | null;
  readonly likes: number | null;
  readonly comments: number | null;
  readonly licensed: boolean | null;
  readonly official: boolean | null;
}

export interface TagDraft {
  readonly name: string;
  readonly kind: 'genre' | 'subgenre' | 'tag';
}

export const METRICS = ['popularity', 'streams', 'listeners', 'plays', 'followers'] as const;
export type Metric = (typeof METRICS)[number];

export interface Observation {
  readonly metric: Metric;
  readonly value: number;
}

/** One per record that speaks of a song. */
export interface TrackDraft {
  readonly kind: 'track';
  readonly title: string;
  /** Identity by name within its artist: "feat." and remaster suffixes left out. */
  readonly matchKey: string;
  /** Coarser than `matchKey`: also without what stands in brackets or after " - "; versions of one work share it. */
  readonly workKey: string;
  readonly ids: readonly ExternalId[];
  /** In the order given; empty where the source names no artist. */
  readonly artists: readonly ArtistDraft[];
  readonly album: AlbumDraft | null;
  readonly trackNumber: number | null;
  readonly released: ReleaseDate | null;
  readonly durationMs: number | null;
  readonly explicit: boolean | null;
  readonly markets: number | null;
  readonly audio: AudioFeatures | null;
  readonly tags: readonly TagDraft[];
  readonly playlist: { readonly id: string; readonly name: string } | null;
  readonly video: VideoDraft | null;
  readonly observations: readonly Observation[];
}

/** An artist on its own, for example a line of Last.fm's artist list. */
export interface ArtistRecordDraft {
  readonly kind: 'artist';
  readonly artist: ArtistDraft;
  readonly observations: readonly Observation[];
}

/** How often a user played an artist. */
export interface ListenDraft {
  readonly kind: 'listen';
  readonly user: string;
  readonly artist: ExternalId;
  readonly plays: number;
}

/** One user gave one artist one tag. */
export interface TagAssignmentDraft {
  readonly kind: 'tag-assignment';
  readonly user: string;
  readonly artist: ExternalId;
  readonly tag: TagDraft;
  readonly on: string | null;
}

export type Draft = TrackDraft | ArtistRecordDraft | ListenDraft | TagAssignmentDraft;

/** A draft with the record it came from. */
export interface DraftRecord {
  readonly source: string;
  readonly kind: string;
  readonly key: string;
  readonly observedAt: string;
  readonly origin: string;
  readonly line: number;
  readonly draft: Draft;
}
