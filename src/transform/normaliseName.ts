import { boundedKey } from './boundedKey.js';

const ASCII = /^[\x20-\x7e]*$/;
const ASCII_SEPARATORS = /[^a-z0-9_]+/g;
const MARKS = /\p{M}+/gu;
const SEPARATORS = /[^\p{L}\p{N}_]+/gu;

/**
 * The key under which two spellings of a name are the same: compatibility decomposition (NFKD), combining marks
 * removed, case folded, everything but letters, digits and the low line to one space.
 *
 * A name of symbols only ("!!!", "→") would become empty and meet every other such name, so it keeps its own
 * spelling, trimmed and in lower case. The result is empty only for a name that is itself blank. Very long keys are shortened
 * (see {@link boundedKey}).
 *
 * @example
 * normaliseName('Beyoncé'); // 'beyonce'
 * normaliseName('AC/DC');   // 'ac dc'
 * normaliseName('!!!');     // '!!!'
 */
export function normaliseName(name: string): string {
  const key = ASCII.test(name) ? asciiKey(name) : unicodeKey(name);
  return boundedKey(key === '' ? name.trim().toLowerCase() : key);
}

function asciiKey(name: string): string {
  return name.toLowerCase().replace(ASCII_SEPARATORS, ' ').trim();
}

function unicodeKey(name: string): string {
  return foldCase(name.normalize('NFKD').replace(MARKS, ''))
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(SEPARATORS, ' ')
    .trim();
}

/** Lower case, and the two letters whose lower case is not their folded form. */
function foldCase(text: string): string {
  return text.toLowerCase().replaceAll('ß', 'ss').replaceAll('ς', 'σ');
}
