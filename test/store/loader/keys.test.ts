import { describe, expect, it } from 'vitest';
import {
  compactKey,
  keyOrName,
  nameKey,
  refOf,
  tagId,
  tagKey,
} from '../../../src/store/loader/keys.js';
import { KeySet } from '../../../src/store/loader/keySet.js';
import fc from '../../fastCheck.js';

describe('keys', () => {
  it('leaves short keys alone and hashes the end of long ones', () => {
    expect(compactKey('short')).toBe('short');
    const long = compactKey('x'.repeat(5000));
    expect(long).toMatch(/^x{160}#[0-9a-f]{32}$/);
    expect(compactKey(`${'x'.repeat(5000)}y`)).not.toBe(long);
  });

  it('never cuts a character in two', () => {
    const key = compactKey(`${'x'.repeat(159)}${'🎵'.repeat(100)}`);
    expect(() => encodeURIComponent(key)).not.toThrow(); // half a character cannot be encoded
  });

  it('falls back on the name where normalisation left nothing', () => {
    expect(keyOrName('', '!!!')).toBe('!!!');
    expect(keyOrName('abc', 'ABC')).toBe('abc');
  });

  it('names songs, ids and tags', () => {
    expect(nameKey('abba', 'waterloo')).toBe('abba / waterloo');
    expect(refOf({ scheme: 'spotify', value: '6f8' })).toBe('spotify:6f8');
    expect(tagId({ name: 'Hip-Hop ', kind: 'genre' })).toBe('genre:hip hop');
    expect(tagKey('r&b')).toBe('r&b');
    expect(tagKey(' - ')).not.toBe('');
  });
});

describe('KeySet', () => {
  it('is a set', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (added, asked) => {
        const own = new KeySet();
        const model = new Set<string>();
        for (const key of added) {
          expect(own.add(key)).toBe(!model.has(key));
          model.add(key);
        }
        expect(own.size).toBe(model.size);
        for (const key of [...added, ...asked]) expect(own.has(key)).toBe(model.has(key));
      }),
    );
  });

  it('grows to many keys without taking two for one', () => {
    const keys = new KeySet();
    for (let index = 0; index < 200_000; index += 1)
      keys.add(`spotify_songs\ttrack\t${index.toString(36)}`);
    expect(keys.size).toBe(200_000);
    expect(keys.has('spotify_songs\ttrack\tzzzzz')).toBe(false);
  });
});
