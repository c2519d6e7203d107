import { describe, expect, it } from 'vitest';
import { collect, type RowChoice } from '../../../src/analyses/adjusted/comparison.js';
import { songsOnce } from '../../../src/analyses/adjusted/songsOnce.js';
import { hypothesis } from '../../../src/analyses/hypotheses.js';
import { makeFeatureTable, type FeatureColumns } from '../../features/makeFeatureTable.js';
import { plantedColumns } from '../toyData.js';

function sizeOf(id: string, columns: FeatureColumns, choice?: RowChoice): number {
  const found = collect(makeFeatureTable(columns), hypothesis(id), choice);
  return 'needed' in found ? found.n : found.rows.length;
}

const base: FeatureColumns = (() => {
  const columns = plantedColumns({ songs: 200, artists: 20 });
  return {
    ...columns,
    numbers: {
      ...columns.numbers,
      log10_like_ratio: columns.ids.map((_, i) => 1 + (i % 10) / 10),
    },
  };
})();
const streams = base.observations!['streams']['sample'];

describe('songs without streams', () => {
  const blank = Array.from(streams, (value, i) => (i < 30 ? Number.NaN : value));

  it('count where streams are not compared', () => {
    const columns = { ...base, observations: { streams: { sample: blank } } };
    expect(sizeOf('platforms.like_rate', columns)).toBe(200);
    expect(sizeOf('platforms.streams_views', columns)).toBe(170);
  });

  it('are left out where another source observed their streams: they are its songs', () => {
    const other = streams.map((_, i) => (i < 10 ? 5 : Number.NaN));
    const columns = { ...base, observations: { streams: { sample: blank, other } } };
    expect(sizeOf('platforms.like_rate', columns)).toBe(190);
  });
});

describe('a song that is listed under several artists', () => {
  const titles = base.categories!['title'] as readonly string[];
  // The last ten songs repeat the first ten under other artists; two of them have no streams but the same views.
  const from = (i: number): number => (i >= 190 ? i - 190 : i);
  const isBlank = (i: number): boolean => from(i) < 2;
  const views = base.numbers!['log10_views'];
  const columns: FeatureColumns = {
    ...base,
    numbers: { ...base.numbers, log10_views: base.ids.map((_, i) => views[from(i)] ?? 0) },
    categories: { ...base.categories, title: titles.map((_, i) => titles[from(i)] ?? '') },
    observations: {
      streams: {
        sample: base.ids.map((_, i) => (isBlank(i) ? Number.NaN : (streams[from(i)] ?? 0))),
      },
    },
  };

  it('is compared once, so that n counts songs', () => {
    expect(sizeOf('platforms.streams_views', columns)).toBe(188);
    expect(sizeOf('platforms.streams_views', columns, { everyListing: true })).toBe(196);
    expect(sizeOf('platforms.like_rate', columns)).toBe(190);
  });

  it('is told by title and figures together, and keeps the first row', () => {
    const table = makeFeatureTable(columns);
    const rows = Int32Array.from([190, 0, 195, 5, 6]);
    expect([...songsOnce(table, 'sample', rows)]).toEqual([190, 195, 6]);
    expect([...songsOnce(table, 'elsewhere', rows)]).toEqual([...rows]);
    const sameTitle = makeFeatureTable({
      ...base,
      categories: { ...base.categories, title: titles.map(() => 'Home') },
    });
    expect([...songsOnce(sameTitle, 'sample', rows)]).toEqual([...rows]);
  });
});
