import type { TagDraft } from '../../domain/draft.js';
import { tagId, tagKey } from './keys.js';
import type { WorkingSet } from './workingSet.js';

/** The id of a tag, which is written if it is new. */
export function placeTag(set: WorkingSet, tag: TagDraft): string {
  const id = tagId(tag);
  if (set.tagIds.has(id)) return id;
  set.tagIds.add(id);
  set.rows.insert('tags', [id, tag.kind, tag.name, tagKey(tag.name)]);
  set.changes += 1;
  return id;
}
