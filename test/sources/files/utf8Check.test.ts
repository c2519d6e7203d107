import { describe, expect, it } from 'vitest';
import { Utf8Check } from '../../../src/sources/files/utf8Check.js';

function firstBadLine(bytes: Uint8Array, size: number): number | null {
  const check = new Utf8Check();
  for (let at = 0; at < bytes.length; at += size) check.push(bytes.subarray(at, at + size));
  return check.end();
}

describe('Utf8Check', () => {
  it.each([1, 2, 3, 7, 100])('finds the first bad line in chunks of %i', (size) => {
    const bytes = Buffer.concat([
      Buffer.from('ä\n🎵\nc'),
      Buffer.from([0xf6]),
      Buffer.from('d\nä\n'),
    ]);
    expect(firstBadLine(bytes, size)).toBe(3);
    expect(firstBadLine(Buffer.from('ä\n🎵\n→'), size)).toBeNull();
    expect(firstBadLine(Buffer.from('a\nb\n\xe4', 'latin1'), size)).toBe(3);
  });
});
