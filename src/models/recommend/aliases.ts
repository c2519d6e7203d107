import { normaliseName } from '../../transform/normaliseName.js';

/** What parts the names of artists who appear together. */
const JOINTS =
  /\s+(?:feat\.?|ft\.?|featuring|with|and|vs\.?|x|y|und|et|presents|pres\.)\s+|\s*[&+,/;]\s*|\s*[([]/iu;

/** Names under which an artist would be recommended to itself. */
export interface AliasKeys {
  /** The whole name without articles and spaces. */
  readonly whole: string;
  /** Names joined in it ("A feat. B" holds "A" and "B"); the whole alone where nothing is joined. */
  readonly parts: ReadonlySet<string>;
}

/** Reads a name for {@link isAlias}. */
export function aliasKeys(name: string): AliasKeys {
  const parts = name
    .split(JOINTS)
    .map(keyOf)
    .filter((part) => part !== '');
  return { whole: keyOf(name), parts: new Set(parts) };
}

/**
 * Whether two names are the same artist: equal but for case, accents, punctuation, spaces and "the", or one is a part of
 * the other ("A" and "A feat. B").
 *
 * @example
 * isAlias(aliasKeys('The Owls'), aliasKeys('Owls feat. Mo')); // true
 */
export function isAlias(a: AliasKeys, b: AliasKeys): boolean {
  return a.whole === b.whole || a.parts.has(b.whole) || b.parts.has(a.whole);
}

function keyOf(name: string): string {
  return normaliseName(name)
    .replace(/^(?:the|los|las|die) (?=.)/u, '')
    .replaceAll(' ', '');
}
