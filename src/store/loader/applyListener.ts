import type { DraftRecord, ListenDraft, TagAssignmentDraft } from '../../domain/draft.js';
import type { Rejection } from '../../domain/record.js';
import { touch } from './entities.js';
import { compactKey, refOf } from './keys.js';
import { placeTag } from './placeTag.js';
import type { WorkingSet } from './workingSet.js';

/** A listener's record can only be placed where its artist is known. */
function unknownArtist(record: DraftRecord, ref: string): Rejection {
  return {
    source: record.source,
    kind: record.kind,
    origin: record.origin,
    line: record.line,
    key: compactKey(record.key),
    field: 'artist',
    reason: 'artist must be one that the source lists',
    value: ref,
  };
}

/**
 * Writes how often a user played an artist. The first record of a key in a run stands; a later run replaces it.
 *
 * @param repeated whether the same key came earlier in this run
 * @returns whether the row is new, or why the record cannot be placed
 */
export function applyListen(
  set: WorkingSet,
  record: DraftRecord,
  draft: ListenDraft,
  repeated: boolean,
): boolean | Rejection {
  const ref = refOf(draft.artist);
  const artistId = set.artistIdOf(ref);
  if (artistId === undefined) return unknownArtist(record, ref);
  const userId = compactKey(draft.user);
  const key = `${record.source}\t${userId}\t${artistId}`;
  const known = set.listens.get(key);
  if (!known) {
    set.presence.note('listen-user', `${record.source}\t${userId}`);
    const part = { status: 'new' as const, ref, plays: draft.plays };
    const { source } = record;
    set.listens.set(key, { status: 'new', source, userId, artistId, parts: [part] });
    set.changes += 1;
    return true;
  }
  const part = known.parts.find((one) => one.ref === ref);
  if (part && (repeated || part.plays === draft.plays)) return false;
  if (part) {
    part.plays = draft.plays;
    touch(part);
  } else {
    known.parts.push({ status: 'new', ref, plays: draft.plays });
  }
  touch(known);
  set.changes += 1;
  return false;
}

/** Writes that a user gave an artist a tag; the same as {@link applyListen} otherwise. */
export function applyTagAssignment(
  set: WorkingSet,
  record: DraftRecord,
  draft: TagAssignmentDraft,
): boolean | Rejection {
  const ref = refOf(draft.artist);
  const artistId = set.artistIdOf(ref);
  if (artistId === undefined) return unknownArtist(record, ref);
  const userId = compactKey(draft.user);
  const tag = placeTag(set, draft.tag);
  const key = `${record.source}\t${userId}\t${artistId}\t${tag}`;
  if (set.taggings.has(key)) return false;
  set.taggings.add(key);
  set.presence.note('tagging-user', `${record.source}\t${userId}`);
  set.rows.insert('tag_assignments', [record.source, userId, artistId, tag, draft.on]);
  set.changes += 1;
  return true;
}
