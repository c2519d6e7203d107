import type { ExternalId } from '../domain/draft.js';
import type { RawRecord } from '../domain/record.js';

const SPOTIFY_ID = /^[0-9A-Za-z]{22}$/;
const ISRC = /^[A-Z]{2}-?[A-Z0-9]{3}-?\d{2}-?\d{5}$/;

/**
 * The ids of a track in a table of unknown origin, told by their form: 22 letters and digits are Spotify's, an
 * ISRC is one, and anything else means something within that table only, so its source stands in the value.
 */
export function trackIds(
  record: RawRecord,
  id: string | null,
  isrc: string | null,
): readonly ExternalId[] {
  const given = [id, isrc].filter((value) => value !== null);
  return given.map((value) => {
    if (record.source === 'sample') return { scheme: 'sample', value };
    if (SPOTIFY_ID.test(value)) return { scheme: 'spotify', value };
    if (ISRC.test(value)) return { scheme: 'isrc', value: value.replaceAll('-', '') };
    return { scheme: 'table', value: `${record.source}:${value}` };
  });
}
