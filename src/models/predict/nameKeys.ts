import { normaliseName } from '../../transform/normaliseName.js';

/** The key by which a model knows an artist; null without a name. */
export function artistKey(artist: string | null): string | null {
  return artist === null || artist.trim() === '' ? null : normaliseName(artist);
}

/**
 * The key by which a model knows an album: its title within its artist. Null where either is missing.
 *
 * @example
 * albumKey('Portishead', 'Dummy (Deluxe)'); // "portishead/dummy deluxe"
 */
export function albumKey(artist: string | null, album: string | null): string | null {
  const [by, title] = [artistKey(artist), artistKey(album)];
  return by === null || title === null ? null : `${by}/${title}`;
}
