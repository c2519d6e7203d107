import type { ReleaseDate } from '../../domain/draft.js';
import type { MergedEntity } from './fieldPriority.js';
import { SOURCE_PRIORITY } from './fieldPriority.js';
import { mergeFields, type Fields, type FieldValue } from './mergeFields.js';

/** How a row in memory relates to its row in the store. */
export type RowStatus = 'new' | 'changed' | 'stored';

/** A row whose values can still change before it is written. */
export interface Tracked {
  status: RowStatus;
}

/** Marks a row as changed, unless it is not yet written anyway. */
export function touch(row: Tracked): void {
  if (row.status === 'stored') row.status = 'changed';
}

/** The fields that one source gave to one entity. */
export interface OriginRow extends Tracked {
  readonly source: string;
  fields: string[];
}

/** Fields of one entity with their sources. */
export interface Merged extends Tracked {
  readonly id: string;
  readonly fields: Record<string, FieldValue>;
  readonly origins: OriginRow[];
}

export interface ArtistEntity extends Merged {
  readonly key: string;
}

export interface AlbumEntity extends Merged {
  readonly key: string;
  /** Its ids by scheme. */
  readonly schemes: string[];
}

/** A song's place on a playlist, with the tags the playlist gives it. */
export interface PlaylistEntry extends Tracked {
  readonly playlistId: string;
  readonly tagIds: string[];
}

export interface SongTag extends Tracked {
  readonly tagId: string;
  readonly source: string;
  weight: number;
}

/** A song with all that hangs on it. Its lists are short, so plain arrays are the lightest way to hold them. */
export interface SongEntity extends Merged {
  key: string;
  workKey: string;
  /** Schemes in which it has an id. */
  readonly schemes: string[];
  /** Records without an id that mean it, see `recordRef.ts`. */
  readonly records: string[];
  readonly artistIds: string[];
  audio: Merged | null;
  readonly playlists: PlaylistEntry[];
  readonly tags: SongTag[];
  /** `metric source day`, joined with tabs. */
  readonly snapshots: string[];
  /** `source day`, joined with a tab. */
  readonly videos: string[];
  /** The highest popularity any source observed; −1 where none did. */
  popularity: number;
}

/** An entity that is not in the store yet, made from one record's fields, which it takes over. */
export function newMerged(id: string, fields: Record<string, FieldValue>, source: string): Merged {
  const known = Object.keys(fields).filter((field) => fields[field] !== null);
  const origins: OriginRow[] = known.length === 0 ? [] : [{ status: 'new', source, fields: known }];
  return { id, status: 'new', fields, origins };
}

function moveOrigin(origins: OriginRow[], changed: readonly string[], source: string): void {
  for (const row of origins) {
    if (row.source === source || !row.fields.some((field) => changed.includes(field))) continue;
    row.fields = row.fields.filter((field) => !changed.includes(field));
    touch(row);
  }
  const own = origins.find((row) => row.source === source);
  if (!own) {
    origins.push({ status: 'new', source, fields: [...changed] });
    return;
  }
  own.fields = [...new Set([...own.fields, ...changed])];
  touch(own);
}

/**
 * Merges one record's fields into an entity and keeps the books of their sources.
 *
 * @returns the names of the fields that changed
 */
export function mergeInto(
  kind: MergedEntity,
  entity: Merged,
  incoming: Fields,
  source: string,
): readonly string[] {
  const changed = mergeFields(
    entity.fields,
    incoming,
    entity.origins,
    source,
    SOURCE_PRIORITY[kind],
  );
  if (changed.length === 0) return changed;
  for (const field of changed) entity.fields[field] = incoming[field] ?? null;
  touch(entity);
  moveOrigin(entity.origins, changed, source);
  return changed;
}

/** A release date from its two columns. */
export function releaseOf(
  on: string | null,
  precision: ReleaseDate['precision'] | null,
): ReleaseDate | null {
  return on === null || precision === null ? null : { on, precision };
}
