import { describe, expect, it } from 'vitest';
import {
  loadPopularityData,
  popularitySet,
  readStyles,
} from '../../../src/models/popularity/popularityData.js';
import { makeFeatureTable } from '../../features/makeFeatureTable.js';
import { readerOfAnswers } from '../../readerOfAnswers.js';

const SIZE = 40;
const rows = Array.from({ length: SIZE }, (_, row) => row);
const features = makeFeatureTable({
  ids: rows.map((row) => `s${row}`),
  numbers: {
    energy: rows.map((row) => (row === 0 ? NaN : row / SIZE)),
    valence: rows.map(() => 0.5),
    release_year: rows.map((row) => 1990 + (row % 7)),
    release_month: rows.map((row) => (row % 4 === 0 ? NaN : 6)),
    duration_minutes: rows.map((row) => 3 + row / 100),
    markets: rows.map((row) => (row % 10 === 0 ? row : NaN)),
    playlists: rows.map((row) => row % 3),
    log10_streams: rows.map((row) => (row < 20 ? row / 4 : NaN)),
  },
  booleans: { explicit: rows.map((row) => row % 2 === 0) },
  categories: {
    title: rows.map((row) => (row === 3 ? 'Tune 3 - 2011 Remaster' : `Tune ${row}`)),
    artist: rows.map((row) => `Artist ${row % 8}`),
    artist_id: rows.map((row) => `a${row % 8}`),
    album_id: rows.map((row) => (row < 5 ? `b${row % 2}` : null)),
    work_key: rows.map((row) => `w${row}`),
    'genre:made': rows.map((row) => (row % 2 === 0 ? 'ambient' : 'brass')),
  },
  observations: { popularity: { made: rows.map((row) => (row < 38 ? row : NaN)) } },
});
const reader = readerOfAnswers(() => [
  { song_id: 's1', kind: 'genre', name: 'brass' },
  { song_id: 's1', kind: 'subgenre', name: 'brass' },
  { song_id: 's39', kind: 'genre', name: 'dub' },
]);
const [few] = await loadPopularityData(reader, features);
const set = popularitySet(features, {
  metric: 'popularity',
  source: 'made',
  target: features.observation('popularity', 'made'),
  rows: Int32Array.from({ length: 38 }, (_, row) => row),
  available: 38,
  styles: await readStyles(reader, 'made', new Set(['s1'])),
});
const valuesOf = (id: string) => set.table.columns.find((one) => one.id === id)?.values;

describe('loadPopularityData', () => {
  it('has one row per song that the source saw', () => {
    expect(set.task).toMatchObject({ id: 'popularity-made', source: 'made', available: 38 });
    expect(set.table.size).toBe(38);
    expect(set.songs.ids[37]).toBe('s37');
    expect(Array.from(set.target.subarray(0, 3))).toEqual([0, 1, 2]);
  });

  it('takes as known at release only what the source itself says of its rows', () => {
    expect(set.columns.get('explicit')).toMatchObject({ group: 'catalogue', knownAt: 'release' });
    // One row in ten has markets: from another source, which lists the successful.
    expect(set.columns.get('markets')).toMatchObject({ group: 'reach', knownAt: 'after-release' });
    expect(set.columns.get('album_songs')?.knownAt).toBe('after-release');
    expect(set.columns.get('artist_songs')?.knownAt).toBe('release');
  });

  it('leaves out what does not vary and keys that hardly a row has', () => {
    expect(set.columns.has('valence')).toBe(false);
    expect(set.columns.has('album')).toBe(false);
    expect(set.columns.has('artist_style')).toBe(true);
  });

  it('makes columns of titles, years, artists and of all genres that list a song', () => {
    expect(valuesOf('title_is_remaster')?.[3]).toBe(1);
    expect(valuesOf('release_time')?.[1]).toBeCloseTo(1991 + 5 / 12, 12);
    expect(valuesOf('release_time')?.[0]).toBe(1990);
    expect(valuesOf('artist_first_year')?.[0]).toBe(1990);
    expect(valuesOf('artist_songs')?.[0]).toBe(5);
    expect(valuesOf('artist_streams_mean')?.[8]).toBeCloseTo((0 + 2 + 4) / 3, 12);
    expect(valuesOf('artist_streams_max')?.[8]).toBe(4);
    expect(valuesOf('style:brass')?.[1]).toBe(1);
    expect(valuesOf('style:brass (subgenre)')?.[2]).toBe(0);
    expect(set.columns.has('style:dub')).toBe(false);
    expect(few.columns.has('style:brass')).toBe(false);
    expect(few.table.size).toBe(set.table.size);
  });
});
