import { describe, expect, it } from 'vitest';
import { makeFeatureTable } from './makeFeatureTable.js';

const table = makeFeatureTable({
  ids: ['a', 'b', 'c'],
  numbers: { release_year: [1999, NaN, 2004] },
  booleans: { explicit: [true, null, false] },
  categories: {
    genre: ['pop', null, 'pop'],
    decade: { codes: Int32Array.of(0, -1, 1), levels: ['1990s', '2000s'] },
  },
  observations: { popularity: { few: [NaN, 3, NaN], many: [1, 2, 3], also: [4, 5, 6] } },
});

describe('makeFeatureTable', () => {
  it('gives numbers, and booleans as 0 and 1 with NaN for missing', () => {
    expect(table.size).toBe(3);
    expect([...table.number('release_year')]).toEqual([1999, NaN, 2004]);
    expect([...table.number('explicit')]).toEqual([1, NaN, 0]);
  });

  it('codes categories in the order of appearance', () => {
    expect(table.category('genre')).toEqual({ codes: Int32Array.of(0, -1, 0), levels: ['pop'] });
    expect(table.category('decade').levels).toEqual(['1990s', '2000s']);
  });

  it('says which columns it has', () => {
    expect(['release_year', 'explicit', 'genre', 'tempo'].map((id) => table.has(id))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(() => table.number('genre')).toThrow('no numeric feature "genre"');
    expect(() => table.category('explicit')).toThrow('no category feature "explicit"');
  });

  it('gives observations by source, most songs first, and NaN for a source that has none', () => {
    expect(table.observers('popularity')).toEqual([
      { source: 'also', songs: 3 },
      { source: 'many', songs: 3 },
      { source: 'few', songs: 1 },
    ]);
    expect([...table.observation('popularity', 'few')]).toEqual([NaN, 3, NaN]);
    expect([...table.observation('popularity', 'none')]).toEqual([NaN, NaN, NaN]);
    expect([...table.observation('plays', 'few')]).toEqual([NaN, NaN, NaN]);
    expect(table.observers('plays')).toEqual([]);
  });

  it('refuses columns of another length', () => {
    expect(() => makeFeatureTable({ ids: ['a'], numbers: { tempo: [1, 2] } })).toThrow(
      'column "tempo" must have 1 values, got 2',
    );
    expect(() => makeFeatureTable({ ids: ['a'], categories: { genre: [] } })).toThrow('"genre"');
    expect(() =>
      makeFeatureTable({ ids: ['a'], observations: { popularity: { sample: [] } } }),
    ).toThrow('"popularity of sample"');
  });
});
