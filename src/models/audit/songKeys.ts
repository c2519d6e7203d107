import { normaliseName } from '../../transform/normaliseName.js';
import { titleKeys } from '../../transform/titleKeys.js';
import type { AuditSubject } from './auditSubject.js';

/** Everything that is no letter and no digit. */
const BETWEEN = /[^\p{L}\p{N}]+/gu;

/**
 * A code per row that near-duplicates share: the same artist, and a title that is the same without versions, guests,
 * remasters, spaces and signs ("Rock 'n' Roll", "Rock n Roll - Live"). The audit's own rule, apart from the one by which a
 * split was made. Rows without an artist share one only by their id.
 *
 * @example
 * songCodes({ ids: ['a', 'b'], titles: ['Hey-Ho', 'Hey Ho (Live)'], artists: ['X', 'x'] }); // Int32Array [0, 0]
 */
export function songCodes({ ids, titles, artists }: AuditSubject['songs']): Int32Array {
  return codesOf(
    ids.map((id, row) => {
      const artist = artists[row];
      return artist === null
        ? `id/${id}`
        : `${normaliseName(artist)}/${bareTitle(titles[row] ?? '')}`;
    }),
  );
}

/** A code per row of equal keys, numbered from 0 in order of appearance. */
export function codesOf(keys: readonly string[]): Int32Array {
  const codes = new Map<string, number>();
  return Int32Array.from(keys, (key) => {
    const known = codes.get(key) ?? codes.size;
    codes.set(key, known);
    return known;
  });
}

function bareTitle(title: string): string {
  const { workKey } = titleKeys(title);
  const bare = workKey.replace(BETWEEN, '');
  return bare === '' ? workKey : bare;
}
