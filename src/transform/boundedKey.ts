import { createHash } from 'node:crypto';

/** Longest key, in UTF-16 units: at most 600 bytes, so that several fit into one entry of a database index. */
export const LONGEST_KEY = 200;

const DIGEST_LENGTH = 32;

/**
 * A key that a database can index: one that is too long keeps its beginning and ends in a digest of the whole, so
 * that different keys stay different.
 *
 * @example
 * boundedKey('ada vale'); // 'ada vale'
 */
export function boundedKey(key: string): string {
  if (key.length <= LONGEST_KEY) return key;
  const digest = createHash('sha256').update(key).digest('hex').slice(0, DIGEST_LENGTH);
  const beginning = key.slice(0, LONGEST_KEY - DIGEST_LENGTH - 1).replace(/[\ud800-\udbff]$/, '');
  return `${beginning} ${digest}`;
}
