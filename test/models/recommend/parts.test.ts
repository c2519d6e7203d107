import { describe, expect, it } from 'vitest';
import { aliasKeys, isAlias } from '../../../src/models/recommend/aliases.js';
import { inFileOrder } from '../../../src/models/recommend/artistData.js';
import { diversify } from '../../../src/models/recommend/diversify.js';
import { contentSay } from '../../../src/models/recommend/evidence.js';
import { holdOut, holdOutAgain } from '../../../src/models/recommend/holdOut.js';
import { nearestNames } from '../../../src/models/recommend/nearestNames.js';
import { sharedColumns, sparseRows } from '../../../src/models/recommend/sparseRows.js';
import { tagRows } from '../../../src/models/recommend/tagRows.js';
import { topItems } from '../../../src/models/recommend/topItems.js';
import { toyArtists } from './toyArtists.js';

describe('isAlias', () => {
  const same = (a: string, b: string): boolean => isAlias(aliasKeys(a), aliasKeys(b));

  it.each([
    ['The Owls', 'owls'],
    ['Élan', 'ELAN'],
    ['Moth-Light', 'Mothlight'],
    ['Owls', 'Owls feat. Mo'],
    ['Owls & Mo', 'Mo'],
    ['Mo, Owls', 'Owls'],
    ['Owls (live)', 'Owls'],
  ])('%s is %s', (a, b) => {
    expect(same(a, b)).toBe(true);
    expect(same(b, a)).toBe(true);
  });

  it.each([
    ['Owls', 'Owlsome'],
    ['Owls & Mo', 'Owls & Ko'],
    ['The The', 'Owls'],
    ['', 'Owls'],
    ['Sand', 'S'],
  ])('%s is not %s', (a, b) => {
    expect(same(a, b)).toBe(false);
  });
});

describe('nearestNames', () => {
  it('gives the nearest first and nothing that is far', () => {
    const known = ['moth light', 'mothlight', 'month light', 'owls'];
    expect(nearestNames('moht light', known, 3)).toEqual([0, 1, 2]);
    expect(nearestNames('zzzzzz', known, 3)).toEqual([]);
  });
});

describe('topItems', () => {
  it('gives the best first, ties to the lower item, and nothing without a score', () => {
    expect(topItems(Float64Array.of(1, 3, -Infinity, 3, NaN, 2), 3)).toEqual([1, 3, 5]);
    expect(topItems(Float64Array.of(1, -Infinity), 5)).toEqual([0]);
    expect(topItems(Float64Array.of(1, 2), 0)).toEqual([]);
  });
});

describe('diversify', () => {
  const candidates = [
    { item: 0, score: 10 },
    { item: 1, score: 9 },
    { item: 2, score: 5 },
  ];
  const options = {
    count: 2,
    similarity: (a: number, b: number) => (a + b === 1 ? 1 : 0),
    excludes: () => false,
  };
  const items = (chosen: readonly { readonly item: number }[]) => chosen.map(({ item }) => item);

  it('goes by score alone without diversity, and prefers the unlike with it', () => {
    expect(items(diversify(candidates, { ...options, diversity: 0 }))).toEqual([0, 1]);
    expect(items(diversify(candidates, { ...options, diversity: 0.5 }))).toEqual([0, 2]);
  });

  it('leaves out what a chosen one excludes', () => {
    const excludes = (a: number, b: number): boolean => a + b === 1;
    expect(items(diversify(candidates, { ...options, diversity: 0, excludes }))).toEqual([0, 2]);
    expect(diversify([], { ...options, diversity: 1 })).toEqual([]);
  });
});

describe('contentSay', () => {
  it('is all where nobody listens and words abound, and falls with listeners', () => {
    expect(contentSay(0, 1e9)).toBeCloseTo(1, 6);
    expect(contentSay(0, 0)).toBe(0);
    expect(contentSay(100, 10)).toBeLessThan(contentSay(10, 10));
  });
});

describe('tagRows', () => {
  const tag = (user: number, artist: number, number: number) => ({
    user,
    artist,
    tag: number,
    weight: 1,
  });

  it('leaves out tags of too few users and scales every artist to length 1', () => {
    const taggings = [tag(0, 0, 5), tag(1, 0, 5), tag(0, 1, 5), tag(0, 0, 6), tag(0, 1, 7)];
    const { rows, tags } = tagRows([...taggings, tag(1, 1, 7)], 3, 2);
    expect(tags).toEqual([5, 7]);
    const squares = [0, 0, 0];
    rows.columns.forEach((column, at) => (squares[column] += rows.values[at] ** 2));
    expect(squares[0]).toBeCloseTo(1, 12);
    expect(squares[1]).toBeCloseTo(1, 12);
    expect(squares[2]).toBe(0);
  });

  it('takes a total without users for that many', () => {
    const total = { user: -1, artist: 0, tag: 0, weight: 3 };
    expect(tagRows([total], 2, 3).tags).toEqual([0]);
    expect(tagRows([total], 2, 4).tags).toEqual([]);
  });
});

describe('sharedColumns', () => {
  it('finds what two rows have in common', () => {
    const cell = (row: number, column: number) => ({ row, column, value: row + 2 });
    const rows = sparseRows([cell(0, 0), cell(0, 2), cell(1, 1), cell(1, 2)], 2, 3);
    expect(sharedColumns(rows, 0, 1)).toEqual([{ column: 2, product: 6 }]);
  });
});

describe('inFileOrder', () => {
  it('goes by the numbers of user and artist, not by their text', () => {
    const row = (user_id: string, ref: string) => ({
      user_id,
      artist_id: 'a',
      artist_ref: `ears:${ref}`,
      plays: 1,
    });
    const rows = [row('10', '7'), row('9', '12'), row('9', '5'), row('x', '1')];
    expect(inFileOrder(rows).map(({ user_id, artist_ref }) => `${user_id} ${artist_ref}`)).toEqual([
      '9 ears:5',
      '9 ears:12',
      '10 ears:7',
      'x ears:1',
    ]);
  });
});

describe('holdOut', () => {
  const data = toyArtists();

  it('keeps back the fourth of every five rows of the source that others judged by', () => {
    const { train, held, rule } = holdOut({ ...data, source: 'lastfm_2k' }, 1);
    const kept = data.listens.filter((_, row) => row % 5 === 3);
    expect(rule).toBe('row');
    expect(train).toHaveLength(data.listens.length - kept.length);
    for (const { user, artist } of kept) expect(held[user].has(artist)).toBe(true);
  });

  it('draws about a fifth by the seed elsewhere, the same again for the same seed', () => {
    const share = holdOut(data, 1).train.length / data.listens.length;
    expect(share).toBeGreaterThan(0.7);
    expect(share).toBeLessThan(0.9);
    expect(holdOut(data, 1).train).toEqual(holdOut(data, 1).train);
    expect(holdOut(data, 2).train).not.toEqual(holdOut(data, 1).train);
  });

  it('leaves out every tag that would give a kept-back pair away, once more in the inner split', () => {
    const outer = holdOut(data, 1);
    const inner = holdOutAgain(outer);
    for (const split of [outer, inner]) {
      expect(split.taggings.length).toBeGreaterThan(0);
      for (const { user, artist } of split.taggings) {
        expect(user >= 0 && split.held[user].has(artist)).toBe(false);
      }
      split.known.forEach((known, user) => {
        for (const artist of known) expect(split.held[user].has(artist)).toBe(false);
      });
    }
    expect(inner.taggings.length).toBeLessThan(outer.taggings.length);
  });

  it('has nothing to find where a second spelling of a kept-back artist is known', () => {
    const listen = (artist: number) => ({ user: 0, artist, plays: 1 });
    const listens = [listen(0), listen(1), listen(2), listen(2)];
    const twice = { ...data, source: 'lastfm_2k', users: 1, listens, taggings: [] };
    expect(holdOut(twice, 1).held[0].size).toBe(0);
  });
});
