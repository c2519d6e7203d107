import type { AlbumDraft, ArtistDraft, DraftRecord, TrackDraft } from '../../domain/draft.js';
import { compactKey, keyOrName, nameKey, refOf } from './keys.js';
import { recordRef } from './recordRef.js';

/** An artist of a record with the keys it is looked up by. */
export interface PreparedArtist {
  readonly draft: ArtistDraft;
  readonly refs: readonly string[];
  readonly key: string;
}

export interface PreparedAlbum {
  readonly draft: AlbumDraft;
  readonly refs: readonly string[];
  readonly key: string;
}

/** A track record with all keys it is looked up by, made once. */
export interface PreparedTrack {
  readonly record: DraftRecord;
  readonly draft: TrackDraft;
  readonly refs: readonly string[];
  /** Identity by name; null where no artist is named, for titles alone identify nothing. */
  readonly key: string | null;
  /** What stands in the key's place then: the title within the song itself. */
  readonly anonymousKey: string;
  /** Shared by all versions of one work; within the song itself where no artist is named. */
  readonly workKey: string;
  readonly artists: readonly PreparedArtist[];
  readonly album: PreparedAlbum | null;
  /** Within the source, so that two sources' playlists of one number stay two. */
  readonly playlistId: string | null;
}

export function prepareArtist(draft: ArtistDraft): PreparedArtist {
  return { draft, refs: draft.ids.map(refOf), key: keyOrName(draft.matchKey, draft.name) };
}

/**
 * @param owner the artist's key; without an artist the album is known through its song only, for all albums of the
 * name "Greatest Hits" must not become one
 */
function prepareAlbum(draft: AlbumDraft, owner: string): PreparedAlbum {
  return {
    draft,
    refs: draft.ids.map(refOf),
    key: nameKey(owner, keyOrName(draft.matchKey, draft.title)),
  };
}

function refsOf(record: DraftRecord, draft: TrackDraft): readonly string[] {
  if (draft.ids.length > 0) return draft.ids.map(refOf);
  const { scheme, value } = recordRef(record, draft.durationMs);
  return [`${scheme}:${value}`];
}

/** Computes the keys of a track record. */
export function prepareTrack(record: DraftRecord, draft: TrackDraft): PreparedTrack {
  const artists = draft.artists.map(prepareArtist);
  const refs = refsOf(record, draft);
  const artistKey = artists[0]?.key ?? null;
  const itself = `song ${refs[0] ?? ''}`;
  const titleKey = keyOrName(draft.matchKey, draft.title);
  const key = artistKey === null ? null : nameKey(artistKey, titleKey);
  const { playlist, album } = draft;
  return {
    record,
    draft,
    refs,
    key,
    anonymousKey: nameKey(itself, titleKey),
    workKey: nameKey(artistKey ?? itself, keyOrName(draft.workKey, draft.title)),
    artists,
    album: album === null ? null : prepareAlbum(album, artistKey ?? itself),
    playlistId: playlist === null ? null : `${record.source}:${compactKey(playlist.id)}`,
  };
}
