import { Invalid, type Parsed } from './invalid.js';
import { isMissing } from './missing.js';

const WORDS = new Map<string, boolean>([
  ['true', true],
  ['t', true],
  ['yes', true],
  ['y', true],
  ['1', true],
  ['1.0', true],
  ['false', false],
  ['f', false],
  ['no', false],
  ['n', false],
  ['0', false],
  ['0.0', false],
]);

/**
 * Yes or no in the spellings of public files: `True`, `yes`, `1`, `1.0` and their opposites, any case.
 *
 * @example
 * parseBoolean('1.0'); // true
 */
export function parseBoolean(text: string): Parsed<boolean | null> {
  const word = text.trim().toLowerCase();
  if (isMissing(word)) return null;
  return WORDS.get(word) ?? new Invalid('must be true or false (yes/no, 1/0)');
}
