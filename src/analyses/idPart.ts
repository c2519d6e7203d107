/**
 * A name from the data as a part of a finding's id: lower case letters, digits and hyphens. Where that loses anything
 * a checksum of the name is added, so that different names never give one id.
 *
 * @example
 * idPart('pop'); // 'pop'
 * idPart('r&b'); // 'r-b-' and eight hexadecimal digits
 */
export function idPart(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return plain === text ? plain : `${plain}${plain === '' ? '' : '-'}${checksum(text)}`;
}

/** FNV-1a over UTF-16 code units, 32 bits. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
