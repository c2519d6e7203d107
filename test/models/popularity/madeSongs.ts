import type { FeatureTable } from '../../../src/features/featureTable.js';
import { createRandom, randomNormal } from '../../../src/stats/random.js';
import { makeFeatureTable } from '../../features/makeFeatureTable.js';

const GENRES = ['ambient', 'brass', 'choral'] as const;

/**
 * Invented songs: popularity follows energy, year and artist, with noise. Every tenth row is the live version of the row
 * before it, a little less popular.
 */
export function madeSongs(size: number): FeatureTable {
  const random = createRandom(5);
  const rows = Array.from({ length: size }, (_, row) => row);
  const work = rows.map((row) => (row % 10 === 9 ? row - 1 : row));
  const artist = work.map((row) => (row * 7) % Math.ceil(size / 6));
  const fame = rows.map(() => 12 * randomNormal(random));
  const energy = rows.map(() => random());
  const year = work.map((row) => 1990 + (row % 30));
  const popularity = rows.map((row) => {
    const told = 40 + 20 * energy[row] + 0.4 * (year[row] - 2005) + fame[artist[row]];
    return Math.min(100, Math.max(0, Math.round(told + 5 * randomNormal(random))));
  });
  const titles = work.map((of, row) => `Tune ${of}${of === row ? '' : ' - Live'}`);
  return makeFeatureTable({
    ids: rows.map((row) => `s${String(row).padStart(5, '0')}`),
    numbers: {
      energy,
      release_year: year,
      release_month: rows.map((row) => (row % 5 === 0 ? NaN : 1 + (row % 12))),
      duration_minutes: rows.map((row) => 3 + row / 600),
      playlists: rows.map((row) => row % 3),
    },
    booleans: { title_is_live: work.map((of, row) => of !== row) },
    categories: {
      title: titles,
      artist: artist.map((code) => `Artist ${code}`),
      artist_id: artist.map((code) => `a${code}`),
      album_id: artist.map((code, row) => `b${code}-${year[row] > 2010 ? 2 : 1}`),
      work_key: work.map((of) => `w${of}`),
      'genre:made': rows.map((row) => GENRES[row % 3]),
    },
    observations: { popularity: { made: popularity } },
  });
}
