import { ALBUM_TYPES, type AlbumType } from '../../domain/draft.js';
import { Invalid, type Parsed } from './invalid.js';
import { isMissing } from './missing.js';

const SPELLINGS = new Map<string, AlbumType>([
  ...ALBUM_TYPES.map((type) => [type, type] as const),
  ['ep', 'single'], // Spotify files EPs under singles
]);

/**
 * Spotify's type of a release.
 *
 * @example
 * parseAlbumType('Single'); // 'single'
 */
export function parseAlbumType(text: string): Parsed<AlbumType | null> {
  const word = text.trim().toLowerCase();
  if (isMissing(word)) return null;
  return SPELLINGS.get(word) ?? new Invalid(`must be one of ${ALBUM_TYPES.join(', ')}`);
}
