import { Invalid, type Parsed } from './invalid.js';
import { isMissing } from './missing.js';
import { parseKey } from './trackColumns.js';

const NATURALS: Readonly<Record<string, number>> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };
const KEY_NAME = /^([A-Ga-g])([#♯b♭]?)$/u;

/**
 * A pitch class: 0–11 (−1 is missing), or the name of the key.
 *
 * @example
 * parseKeyName('C#'); // 1
 */
export function parseKeyName(text: string): Parsed<number | null> {
  const match = KEY_NAME.exec(text.trim());
  if (match === null) {
    const key = parseKey(text);
    return key instanceof Invalid
      ? new Invalid('must be a pitch class 0–11 or a name such as C#')
      : key;
  }
  const [, letter = '', accidental = ''] = match;
  const shift = accidental === '' ? 0 : '#♯'.includes(accidental) ? 1 : -1;
  return ((NATURALS[letter.toUpperCase()] ?? 0) + shift + 12) % 12;
}

/** Major is 1, minor is 0, in figures or words. */
export function parseMode(text: string): Parsed<number | null> {
  const word = text.trim().toLowerCase();
  if (isMissing(word)) return null;
  if (['1', '1.0', 'major'].includes(word)) return 1;
  if (['0', '0.0', 'minor'].includes(word)) return 0;
  return new Invalid('must be 1 or 0 (Major or Minor)');
}
