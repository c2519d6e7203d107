import type { AlbumDraft, ArtistDraft, ExternalId, TagDraft, TrackDraft } from '../domain/draft.js';
import type { RawRecord } from '../domain/record.js';
import { normaliseName } from './normaliseName.js';
import { titleKeys } from './titleKeys.js';

/** An artist known by name, and by ids where there are some. */
export function artistDraft(name: string, ids: readonly ExternalId[] = []): ArtistDraft {
  return { name, matchKey: normaliseName(name), ids };
}

/** An album known by title, with what else a kind knows of it. */
export function albumDraft(
  title: string,
  known: Partial<Omit<AlbumDraft, 'title' | 'matchKey'>>,
): AlbumDraft {
  return {
    title,
    matchKey: normaliseName(title),
    ids: known.ids ?? [],
    type: known.type ?? null,
    released: known.released ?? null,
  };
}

/** A track with nothing but a title, for a kind to fill in what it knows. */
export function trackDraft(
  title: string,
  known: Partial<Omit<TrackDraft, 'kind' | 'title'>>,
): TrackDraft {
  return {
    kind: 'track',
    title,
    ...titleKeys(title),
    ids: known.ids ?? [],
    artists: known.artists ?? [],
    album: known.album ?? null,
    trackNumber: known.trackNumber ?? null,
    released: known.released ?? null,
    durationMs: known.durationMs ?? null,
    explicit: known.explicit ?? null,
    markets: known.markets ?? null,
    audio: known.audio ?? null,
    tags: known.tags ?? [],
    playlist: known.playlist ?? null,
    video: known.video ?? null,
    observations: known.observations ?? [],
  };
}

/** A tag if its name is known. */
export function tagDrafts(kind: TagDraft['kind'], name: string | null): readonly TagDraft[] {
  return name === null ? [] : [{ name, kind }];
}

/** An observation if its value is known. */
export function observations(
  metric: TrackDraft['observations'][number]['metric'],
  value: number | null,
): TrackDraft['observations'] {
  return value === null ? [] : [{ metric, value }];
}

/**
 * An id in the scheme its source uses: the sample's ids are its own, whatever shape its records have.
 */
export function externalIds(
  record: RawRecord,
  scheme: ExternalId['scheme'],
  value: string | null,
): readonly ExternalId[] {
  if (value === null) return [];
  return [{ scheme: record.source === 'sample' ? 'sample' : scheme, value }];
}

/** An artist that a record knows only by the id its source gave it. */
export function artistIdOf(record: RawRecord, value: string): ExternalId {
  return { scheme: record.source === 'sample' ? 'sample' : 'lastfm-2k', value };
}
