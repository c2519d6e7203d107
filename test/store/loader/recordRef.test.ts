import { describe, expect, it } from 'vitest';
import {
  agreesInLength,
  isKnownTo,
  isSameLength,
  recordRef,
} from '../../../src/store/loader/recordRef.js';

const of = (source: string, durationMs: number | null, key = 'k') =>
  recordRef({ source, kind: 'track', key }, durationMs).value;

describe('the id of a record without one', () => {
  it('says source, length and key', () => {
    expect(recordRef({ source: 'mine', kind: 'track', key: 'a|b' }, 181_000)).toEqual({
      scheme: 'record',
      value: 'mine/181000/track/a|b',
    });
    expect(of('mine', null)).toBe('mine/-/track/k');
  });

  it('stays short and tells long keys apart', () => {
    const long = 'x'.repeat(5000);
    expect(of(long, 1, `${long}a`).length).toBeLessThan(450);
    expect(of(long, 1, `${long}a`)).not.toBe(of(long, 1, `${long}b`));
    expect(agreesInLength(long, 9000, [of(long, 1, long)])).toBe(false);
  });
});

describe('lengths of one source', () => {
  it('agree within two seconds, each with each', () => {
    expect(isSameLength(1000, 3000)).toBe(true);
    expect(isSameLength(3001, 1000)).toBe(false);
    expect(isSameLength(null, 1000)).toBeNull();
    expect(agreesInLength('a', 4000, [of('a', 3000), of('a', 5000)])).toBe(true);
    expect(agreesInLength('a', 6000, [of('a', 3000), of('a', 5000)])).toBe(false);
  });

  it('agree with a missing one, and with those of other sources', () => {
    expect(agreesInLength('a', null, [of('a', 3000)])).toBe(true);
    expect(agreesInLength('a', 9000, [of('a', null)])).toBe(true);
    expect(agreesInLength('a', 9000, [of('ab', 1), of('a/b', 1), of('b', 1)])).toBe(true);
  });

  it('belong to a source that spoke of the song', () => {
    expect(isKnownTo('a', [of('ab', 1), of('b', 1)])).toBe(false);
    expect(isKnownTo('a', [of('b', 1), of('a', null)])).toBe(true);
  });
});
