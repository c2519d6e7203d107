import { describe, expect, it } from 'vitest';
import type { Expectation } from '../../src/analyses/platforms/expectation.js';
import { artistsOverUnder, songsOverUnder } from '../../src/analyses/platforms/overUnder.js';
import { makeFeatureTable } from '../features/makeFeatureTable.js';

/**
 * Forty ordinary songs of eight artists; six songs of Echo that all stand with one video of a hit; six of Stray, found with
 * uploads by others; six of Loud, with a hundred times the views; and Duet's song, which is also listed under Loud.
 */
function songs() {
  const rows: {
    artist: string;
    title: string;
    official: number;
    residual: number;
    views: number;
  }[] = [];
  for (let i = 0; i < 40; i += 1) {
    const residual = ((i * 7) % 11) / 10 - 0.5;
    rows.push({ artist: `A${i % 8}`, title: `S${i}`, official: 1, residual, views: 6 + residual });
  }
  for (let i = 0; i < 6; i += 1) {
    rows.push({ artist: 'Echo', title: `E${i}`, official: 1, residual: 4 + i / 10, views: 9.5 });
    const low = -4 - i / 10;
    rows.push({ artist: 'Stray', title: `T${i}`, official: 0, residual: low, views: 6 + low });
    const high = 2 + i / 10;
    rows.push({ artist: 'Loud', title: `L${i}`, official: 1, residual: high, views: 6 + high });
  }
  rows.push({ artist: 'Duet', title: 'L5', official: 1, residual: 2.5, views: 8.5 });
  const table = makeFeatureTable({
    ids: rows.map((_, i) => `s${i}`),
    numbers: { official_video: rows.map((row) => row.official) },
    categories: {
      artist_id: rows.map((row) => row.artist),
      artist: rows.map((row) => row.artist),
      title: rows.map((row) => row.title),
    },
    observations: { streams: { hits: rows.map(() => 1e6) } },
  });
  const expected: Expectation = {
    source: 'hits',
    rows: Int32Array.from(rows.keys()),
    songs: Int32Array.from(rows.keys()),
    streams: new Float64Array(rows.length).fill(6),
    views: Float64Array.from(rows, (row) => row.views),
    slope: 1,
    intercept: 0,
    residuals: Float64Array.from(rows, (row) => row.residual),
  };
  return { table, expected };
}

describe('artists and songs over and under what streams let one expect', () => {
  const { table, expected } = songs();

  it('leave out artists whose songs stand with one video or with uploads by others', () => {
    const found = artistsOverUnder(table, expected)?.rows.map((row) => row[1]) ?? [];
    expect(found).toContain('Loud');
    expect(found).not.toContain('Echo');
    expect(found).not.toContain('Stray');
  });

  it('list a song of several artists once', () => {
    const titles = songsOverUnder(table, expected)?.rows.map((row) => row[1]) ?? [];
    expect(titles.filter((title) => title === 'L5')).toHaveLength(1);
    expect(titles.some((title) => String(title).startsWith('E'))).toBe(false);
  });
});
