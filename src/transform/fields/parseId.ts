import { LONGEST_KEY } from '../boundedKey.js';
import { Invalid, type Parsed } from './invalid.js';
import { parseName } from './parseName.js';

/**
 * An id: a short name without white space at its ends.
 *
 * @example
 * parseId(' t1 '); // 't1'
 */
export function parseId(text: string, missing: readonly string[] = []): Parsed<string | null> {
  const id = parseName(text, missing);
  if (id === null || id instanceof Invalid || id.length <= LONGEST_KEY) return id;
  return new Invalid(`must be an id of at most ${LONGEST_KEY} characters`);
}
