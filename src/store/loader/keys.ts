import { createHash } from 'node:crypto';
import type { ExternalId, TagDraft } from '../../domain/draft.js';

const LONGEST = 200;
const KEPT = 160;

/**
 * A key that fits into an index page: long ones keep their beginning and end in a hash of the whole.
 *
 * @example
 * compactKey('short'); // 'short'
 */
export function compactKey(key: string): string {
  if (key.length <= LONGEST) return key;
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 32);
  // A cut must not leave half of a surrogate pair.
  return `${key.slice(0, KEPT).replace(/[\uD800-\uDBFF]$/, '')}#${hash}`;
}

/** An external id in one text: `spotify:6f807x0…`. */
export function refOf(id: ExternalId): string {
  return `${id.scheme}:${compactKey(id.value)}`;
}

/** The key under which songs or albums of one name by one artist meet: `artist / title`. */
export function nameKey(artistKey: string, titleKey: string): string {
  return `${compactKey(artistKey)} / ${compactKey(titleKey)}`;
}

/** A key from a name that normalisation left nothing of ("+", "!!!"): the name itself, in lower case. */
export function keyOrName(matchKey: string, name: string): string {
  return compactKey(matchKey === '' ? name.normalize('NFKC').toLowerCase() : matchKey);
}

/**
 * What two spellings of a tag share: case, hyphens and spaces do not count, other signs do ("r&b").
 *
 * @example
 * tagKey('Hip-Hop'); // 'hip hop'
 */
export function tagKey(name: string): string {
  const folded = name.normalize('NFKC').toLowerCase();
  const spaced = folded.replace(/[\s_-]+/g, ' ').trim();
  return compactKey(spaced === '' ? folded : spaced);
}

/** `genre:pop` */
export function tagId(tag: TagDraft): string {
  return `${tag.kind}:${tagKey(tag.name)}`;
}
