import { describe, expect, it } from 'vitest';
import { artistSongCounts } from '../../../src/analyses/adjusted/artistSongCounts.js';
import { makeFeatureTable } from '../../features/makeFeatureTable.js';

/** Anna has two songs in `lists` and three in `hits`; Bert one in `lists`; the last song names nobody. */
const table = makeFeatureTable({
  ids: ['a1', 'a2', 'a3', 'a4', 'a5', 'b1', 'n1'],
  numbers: { artist_song_count: [5, 5, 5, 5, 5, 1, Number.NaN] },
  categories: { artist_id: ['anna', 'anna', 'anna', 'anna', 'anna', 'bert', null] },
  observations: {
    popularity: { lists: [50, 40, NaN, NaN, NaN, 30, 20] },
    streams: { hits: [NaN, NaN, 7, 8, 9, NaN, NaN] },
  },
});

describe('artistSongCounts', () => {
  it('counts the songs of one source, not those that another adds to well-known artists', () => {
    expect([...artistSongCounts(table, 'lists')!]).toEqual([2, 2, 2, 2, 2, 1, Number.NaN]);
    expect([...artistSongCounts(table, 'hits')!]).toEqual([3, 3, 3, 3, 3, 0, Number.NaN]);
  });

  it('is the column of the table for the store as a whole', () => {
    expect(artistSongCounts(table, 'store')).toEqual(table.number('artist_song_count'));
  });

  it('is the column where one source holds every song, and null without it', () => {
    const columns = { ids: ['x', 'y'], categories: { artist_id: ['anna', 'anna'] } };
    const observations = { popularity: { lists: [1, 2] } };
    const counted = makeFeatureTable({
      ...columns,
      numbers: { artist_song_count: [9, 9] },
      observations,
    });
    expect([...artistSongCounts(counted, 'lists')!]).toEqual([9, 9]);
    expect(
      artistSongCounts(makeFeatureTable({ ...columns, numbers: {}, observations }), 'lists'),
    ).toBeNull();
  });
});
